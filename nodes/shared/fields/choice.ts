import type { INodePropertyOptions } from 'n8n-workflow';

import type { Outcome } from '../../../outbound/outcome';
import { done, failed } from '../../../outbound/outcome';
import { readIds } from '../../../outbound/model/ids';
import type { Field } from './field';
import { invalid } from './invalid';

export interface Choosable<V extends string> {
	readonly name: string;
	readonly value: V;
	readonly description?: string;
}

interface ChoiceOptions<V extends string> {
	readonly name: string;
	readonly label: string;
	readonly description?: string;
	/** In the order that the editor shows. */
	readonly options: ReadonlyArray<Choosable<V>>;
}

/** One of several values. */
export function choice<const V extends string>({
	name,
	label,
	description,
	options,
	default: fallback,
	fixed,
}: ChoiceOptions<V> & {
	readonly default: NoInfer<V>;
	/** No expression: the value decides which fields there are. */
	readonly fixed?: boolean;
}): Field<V> {
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'options',
				...(fixed ? { noDataExpression: true } : {}),
				options: options.map(entryOf),
				default: fallback,
				...(description === undefined ? {} : { description }),
			},
		],
		read: (item) => oneOf(label, options, item.value(name, fallback)),
	};
}

/** Any number of several values, in the order of the options. Text separated by commas counts too. */
export function choices<const V extends string>({
	name,
	label,
	description,
	options,
	default: fallback,
	alsoFine = [],
}: ChoiceOptions<V> & {
	readonly default: ReadonlyArray<NoInfer<V>>;
	/** Values that an expression may give, and that change nothing. */
	readonly alsoFine?: readonly string[];
}): Field<readonly V[]> {
	return {
		properties: [
			{
				displayName: label,
				name,
				type: 'multiOptions',
				options: options.map(entryOf),
				default: [...fallback],
				...(description === undefined ? {} : { description }),
			},
		],
		read(item) {
			const given = readIds(item.value(name, [...fallback]));
			if ('problem' in given) return failed(notOneOf(label, options, 'what came'));
			const strange = given.ids.find(
				(id) => !alsoFine.includes(id) && !options.some(({ value }) => value === id),
			);
			if (strange !== undefined) return failed(notOneOf(label, options, `"${strange}"`));
			return done(options.map(({ value }) => value).filter((value) => given.ids.includes(value)));
		},
	};
}

function oneOf<V extends string>(
	label: string,
	options: ReadonlyArray<Choosable<V>>,
	given: unknown,
): Outcome<V> {
	const found = options.find(({ value }) => value === given);
	if (found) return done(found.value);
	const shown = typeof given === 'string' ? `"${given.slice(0, 60)}"` : 'what came';
	return failed(notOneOf(label, options, shown));
}

function notOneOf(label: string, options: ReadonlyArray<Choosable<string>>, shown: string) {
	const known = options.map(({ value }) => value).join(', ');
	return invalid(label, `${shown} is not one of its values. Use ${known}.`);
}

function entryOf({ name, value, description }: Choosable<string>): INodePropertyOptions {
	return { name, value, ...(description === undefined ? {} : { description }) };
}
