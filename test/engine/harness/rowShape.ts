/** As much of JSON schema as n8n's preview of an output reads. */
export interface Shape {
	readonly type?: 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string';
	readonly nullable?: true;
	readonly properties?: Readonly<Record<string, Shape>>;
	readonly additionalProperties?: false;
	readonly items?: Shape;
}

export function shapeOf(value: unknown): Shape {
	if (value === null) return { type: 'null' };
	if (Array.isArray(value)) {
		const items = value.map(shapeOf).reduce<Shape | undefined>(mergeShape, undefined);
		return { type: 'array', ...(items ? { items } : {}) };
	}
	if (typeof value === 'object') {
		const entries = Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)] as const);
		return { type: 'object', properties: Object.fromEntries(entries), additionalProperties: false };
	}
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
		return { type: typeof value as 'string' };
	}
	throw new Error(`A row holds ${typeof value}`);
}

/** @throws Error where one field has two types: the same field has the same type everywhere. */
export function mergeShape(before: Shape | undefined, now: Shape): Shape {
	if (before?.type === undefined) return now;
	if (now.type === undefined) return before;
	if (now.type === 'null') return before.type === 'null' ? before : { ...before, nullable: true };
	if (before.type === 'null') return { ...now, nullable: true };
	if (before.type !== now.type) throw new Error(`A field is ${before.type} and ${now.type}`);
	const keys = new Set([
		...Object.keys(before.properties ?? {}),
		...Object.keys(now.properties ?? {}),
	]);
	const properties = Object.fromEntries(
		[...keys].map((key) => {
			const [old, fresh] = [before.properties?.[key], now.properties?.[key]];
			return [key, fresh ? mergeShape(old, fresh) : (old ?? {})];
		}),
	);
	const items = now.items ? mergeShape(before.items, now.items) : before.items;
	return {
		...before,
		...(before.nullable || now.nullable ? { nullable: true } : {}),
		...(before.type === 'object' ? { properties } : {}),
		...(items ? { items } : {}),
	};
}
