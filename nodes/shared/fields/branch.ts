import type { Outcome } from '../../../outbound/outcome';
import { done } from '../../../outbound/outcome';
import type { Choosable } from './choice';
import { choice } from './choice';
import type { Field, FieldsOf } from './field';
import { keysOf, shownFor } from './field';
import { mergedMethods } from './editorMethods';

/** What a branch is read as: which case was chosen, and what its field holds. */
export type Chosen<Cases> = {
	readonly [K in keyof Cases]: { readonly of: K; readonly value: Cases[K] };
}[keyof Cases];

/** A choice, and a field for each of its values, shown and read for that value only. */
export function branch<Cases extends object>(options: {
	readonly name: string;
	readonly label: string;
	readonly description?: string;
	readonly options: ReadonlyArray<Choosable<string & keyof Cases>>;
	readonly default: string & keyof Cases;
	readonly cases: FieldsOf<Cases>;
}): Field<Chosen<Cases>> {
	const { cases, ...ofChoice } = options;
	const chooser = choice<string & keyof Cases>(ofChoice);
	const fields = keysOf(cases).map((key) =>
		shownFor({ [options.name]: [String(key)] }, cases[key]),
	);
	return {
		properties: [...chooser.properties, ...fields.flatMap(({ properties }) => [...properties])],
		methods: mergedMethods(fields),
		read(item): Outcome<Chosen<Cases>> {
			const chosen = chooser.read(item);
			if (chosen.kind === 'failed') return chosen;
			const value = cases[chosen.value].read(item);
			if (value.kind === 'failed') return value;
			return done({ of: chosen.value, value: value.value });
		},
	};
}

/** The case of a branch that needs no field. */
export const nothingMore: Field<undefined> = { properties: [], read: () => done(undefined) };
