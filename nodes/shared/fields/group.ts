import { mergedMethods } from './editorMethods';
import { keysOf, readAll, type Field, type FieldsOf } from './field';

/** Several fields as one, e.g. as a case of a branch. */
export function group<T extends object>(fields: FieldsOf<T>): Field<T> {
	const all = keysOf(fields).map((key) => fields[key]);
	return {
		properties: all.flatMap(({ properties }) => [...properties]),
		methods: mergedMethods(all),
		read: (item) => readAll(fields, item),
	};
}
