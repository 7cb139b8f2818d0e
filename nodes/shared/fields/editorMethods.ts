import type { INodeType } from 'n8n-workflow';

/** The methods by which n8n's editor fills lists. */
export type EditorMethods = Pick<NonNullable<INodeType['methods']>, 'listSearch' | 'loadOptions'>;

/** All methods of several fields; the same name always means the same method. */
export function mergedMethods(
	parts: ReadonlyArray<{ readonly methods?: EditorMethods | undefined }>,
): EditorMethods {
	const merged: Required<EditorMethods> = { loadOptions: {}, listSearch: {} };
	for (const { methods } of parts) {
		Object.assign(merged.loadOptions, methods?.loadOptions);
		Object.assign(merged.listSearch, methods?.listSearch);
	}
	return merged;
}
