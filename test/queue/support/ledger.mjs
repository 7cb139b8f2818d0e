import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';

/** Writes each assertion down before it is made, so that the last line of the run counts what was checked. */
export function ledgerIn(file) {
	const note = (kind, what, count) =>
		appendFileSync(file, `${JSON.stringify({ kind, what, count })}\n`);
	const none = (kind) => (what, list) => {
		note(kind, what, list.length);
		assert.deepEqual(list, [], `${kind}: ${what}`);
	};
	return {
		equal(what, actual, expected) {
			note('equal', what, 1);
			assert.deepEqual(actual, expected, what);
		},
		atLeast(what, actual, least) {
			note('at least', what, 1);
			assert.ok(actual >= least, `${what}: ${actual} is less than ${least}`);
		},
		atMost(what, actual, most) {
			note('at most', what, 1);
			assert.ok(actual <= most, `${what}: ${actual} is more than ${most}`);
		},
		/** What should be there and is not. */
		lost: none('lost'),
		/** What is there twice. */
		doubled: none('doubled'),
		/** Connections that were called ended although Flinks has not ended them. */
		falseEnds: none('false ends'),
	};
}
