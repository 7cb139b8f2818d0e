import { done } from '../../../outbound/outcome';
import type { Field } from './field';

/** A hint between the fields; there is nothing to read. */
export function notice(name: string, words: string): Field<undefined> {
	return {
		properties: [{ displayName: words, name, type: 'notice', default: '' }],
		read: () => done(undefined),
	};
}
