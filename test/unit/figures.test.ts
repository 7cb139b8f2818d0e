import { readFileSync } from 'node:fs';
import path from 'node:path';

import { BOUNDS, EDITOR_BOUNDS } from '../../outbound/http/bounds';
import { DEFAULT_MOST } from '../../outbound/http/limiter';
import { FIRST_LIMIT } from '../../outbound/http/pace/bound';
import { DEFAULT_DELAYS } from '../../outbound/http/retry/delay';
import { createRuntime } from '../../outbound/http/runtime';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8').replace(/\s+/g, ' ');
const [reliability, security, readme] = [
	'docs/reliability.md',
	'docs/security.md',
	'README.md',
].map(read);
const minutes = (ms: number) => ms / 60_000;
const mebibytes = (bytes: number) => bytes / 1024 ** 2;
const { maxTries } = createRuntime();
const { baseMs } = DEFAULT_DELAYS;
const waits = [1, 2, 4].map((factor) => (baseMs * factor) / 1000);

/** The most repeats before any success has paid one back. */
function repeats(): number {
	const { budget } = createRuntime();
	let spent = 0;
	while (budget.spend()) spent += 1;
	return spent;
}

describe('figures in the pages are those of the code', () => {
	it.each([
		`${BOUNDS.tryMs / 1000} s from sending to the last byte (a file ${minutes(BOUNDS.fileMs)} minutes)`,
		`an answer at most ${mebibytes(BOUNDS.answerBytes)} MB after unpacking (a file ${mebibytes(BOUNDS.fileBytes)} MB)`,
		`at most ${BOUNDS.pages.toLocaleString('en')} pages, ${BOUNDS.emptyPages} empty pages in a row`,
		`${minutes(BOUNDS.listMs)} minutes`,
		`**At most ${maxTries} tries** for one request`,
		`more than ${minutes(BOUNDS.requestMs)} minutes after the first`,
		`up to ${waits[0]}, ${waits[1]} and ${waits[2]} s`,
		`of up to ${minutes(DEFAULT_DELAYS.retryAfterCapMs)} minutes is kept to`,
		`at most ${repeats()} repeats`,
		`1,000 items cost at most ${(1000 + repeats()).toLocaleString('en')} calls`,
		`up to ${BOUNDS.probes} times`,
	])('reliability: %s', (words) => expect(reliability).toContain(words));

	it('reliability: a million rows', () => {
		expect(BOUNDS.rows).toBe(1_000_000);
		expect(reliability).toContain('a million rows');
	});

	it.each([`closed after ${BOUNDS.tryMs / 1000} s or ${mebibytes(BOUNDS.answerBytes)} MB`])(
		'security: %s',
		(words) => expect(security).toContain(words),
	);

	it.each([
		`${FIRST_LIMIT} requests run at once at first, and up to ${DEFAULT_MOST}`,
		`up to ${maxTries} tries for a request`,
		`for as long as ${minutes(BOUNDS.requestMs)} minutes`,
	])('README: %s', (words) => expect(readme).toContain(words));

	it('changelog: half a minute for a request of an editor list', () => {
		expect(EDITOR_BOUNDS.requestMs).toBe(30_000);
		expect(read('CHANGELOG.md')).toContain('a request of an editor list takes half a minute');
	});
});
