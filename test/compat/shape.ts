import { z } from 'zod';

/** A parameter or field, as far as stored workflows depend on it. */
export interface FieldShape {
	type: string;
	/** What a workflow that leaves it alone gets. */
	default?: unknown;
	required?: true | undefined;
	/** What may be chosen: the values of a list, the modes of a locator. */
	values?: string[] | undefined;
	/** The fields of a collection. */
	fields?: FieldsShape | undefined;
}
export type FieldsShape = Record<string, FieldShape>;

const Field: z.ZodType<FieldShape> = z.lazy(() =>
	z.object({
		type: z.string(),
		default: z.unknown(),
		required: z.literal(true).optional(),
		values: z.array(z.string()).optional(),
		fields: z.record(z.string(), Field).optional(),
	}),
);
const Fields = z.record(z.string(), Field);

const NodeVersion = z.object({
	inputs: z.array(z.string()),
	/** Names of outputs in their order, or the expression that makes them. */
	outputs: z.union([z.array(z.string()), z.string()]),
	credentials: z.array(z.string()),
	/** Parameters by `resource/operation`; `*` where a node has no operations. */
	operations: z.record(z.string(), Fields),
});

/** What a release of this package promises to the workflows that use it. */
export const Package = z.object({
	/** By the node's name, then by its version. */
	nodes: z.record(z.string(), z.record(z.string(), NodeVersion)),
	credentials: z.record(z.string(), z.object({ extends: z.array(z.string()), fields: Fields })),
});

export type NodeVersionShape = z.infer<typeof NodeVersion>;
export type PackageShape = z.infer<typeof Package>;
