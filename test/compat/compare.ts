import type { FieldShape, FieldsShape, NodeVersionShape, PackageShape } from './shape';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function fieldBreaks(at: string, before: FieldShape, now: FieldShape | undefined): string[] {
	if (!now) return [`${at} is gone`];
	const gone = (before.values ?? []).filter((value) => !now.values?.includes(value));
	return [
		...(before.type === now.type ? [] : [`${at} was ${before.type}, is ${now.type}`]),
		...(same(before.default, now.default)
			? []
			: [
					`${at} was ${JSON.stringify(before.default)} by default, is ${JSON.stringify(now.default)}`,
				]),
		...(now.required && !before.required ? [`${at} is required now`] : []),
		// A list that is loaded in the editor takes whatever it took before.
		...(now.values === undefined ? [] : gone.map((value) => `${at} no longer takes ${value}`)),
		...fieldsBreaks(at, before.fields ?? {}, now.fields ?? {}),
	];
}

function fieldsBreaks(at: string, before: FieldsShape, now: FieldsShape): string[] {
	const added = Object.entries(now)
		.filter(([name, { required }]) => required && !(name in before))
		.map(([name]) => `${at}, ${name} is new and required`);
	const kept = Object.entries(before).flatMap(([name, field]) =>
		fieldBreaks(`${at}, ${name}`, field, now[name]),
	);
	return [...kept, ...added];
}

function portBreaks(at: string, before: NodeVersionShape, now: NodeVersionShape): string[] {
	return [
		...(same(before.inputs, now.inputs) ? [] : [`${at} has other inputs`]),
		// Connections are stored by the number of the output.
		...(same(before.outputs, now.outputs) ? [] : [`${at} has other outputs`]),
		...before.credentials
			.filter((name) => !now.credentials.includes(name))
			.map((name) => `${at} no longer takes the credential ${name}`),
	];
}

function nodeBreaks(at: string, before: NodeVersionShape, now?: NodeVersionShape): string[] {
	if (!now) return [`${at} is gone`];
	const operations = Object.entries(before.operations).flatMap(([name, fields]) => {
		const own = now.operations[name];
		const where = `${at}, ${name}`;
		return own ? fieldsBreaks(where, fields, own) : [`${where} is gone`];
	});
	return [...portBreaks(at, before, now), ...operations];
}

/** What workflows and credentials stored with one release would lose with another, in words. */
export function breaks(before: PackageShape, now: PackageShape): string[] {
	const nodes = Object.entries(before.nodes).flatMap(([name, versions]) =>
		Object.entries(versions).flatMap(([version, shape]) =>
			nodeBreaks(`${name} version ${version}`, shape, now.nodes[name]?.[version]),
		),
	);
	const credentials = Object.entries(before.credentials).flatMap(
		([name, { fields, extends: parents }]) => {
			const own = now.credentials[name];
			if (!own) return [`${name} is gone`];
			const moved = same(parents, own.extends) ? [] : [`${name} extends something else`];
			return [...moved, ...fieldsBreaks(name, fields, own.fields)];
		},
	);
	return [...nodes, ...credentials];
}
