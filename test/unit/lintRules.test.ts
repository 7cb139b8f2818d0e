import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { z } from 'zod';

const root = path.resolve(__dirname, '../..');
const FILE = 'nodes/FlinksGetAccounts/FlinksGetAccounts.node.ts';
const Report = z
	.array(z.object({ messages: z.array(z.object({ line: z.number(), ruleId: z.string() })) }))
	.length(1);

const REFUSED = {
	'no-restricted-globals': [
		'setTimeout(() => undefined, 1);',
		'setInterval(() => undefined, 1);',
		'export const home = process.env.HOME;',
		"console.log('here');",
		'export const later = globalThis;',
	],
	'no-restricted-syntax': [
		"export const host = 'https://api.flinks.example';",
		"export const path = '/api/v1/providers';",
		'export const other = (id: string) => `/api/v1/providers/${id}`;',
		'export const refused = (status: number) => status === 401;',
		'export const old = (error: { statusCode: number }) => error;',
		'try { JSON.parse(""); } catch (error) { if (error) throw error; }',
	],
};
const FINE = ["export const page = 'https://docs.n8n.io/';", 'export const most = 500;'];
const TEXT = [...Object.values(REFUSED).flat(), ...FINE];

/** The lines that the linter refuses under each rule, if the text stood in a node's file. */
function lint(): (rule: string) => string[] {
	const { stdout } = spawnSync(
		process.execPath,
		[
			'node_modules/eslint/bin/eslint.js',
			...['-c', 'eslint.ci.config.mjs', '--format=json', '--stdin', '--stdin-filename', FILE],
		],
		{
			cwd: root,
			// Else typescript-eslint reads the file of that name instead of the text.
			env: { ...process.env, TSESTREE_SINGLE_RUN: 'false' },
			input: TEXT.join('\n'),
			encoding: 'utf8',
		},
	);
	const [{ messages } = { messages: [] }] = Report.parse(JSON.parse(stdout));
	return (rule) => {
		const found = new Set(messages.filter(({ ruleId }) => ruleId === rule).map(({ line }) => line));
		return TEXT.filter((_, index) => found.has(index + 1));
	};
}

describe('shipped code', () => {
	let refused: (rule: string) => string[];
	beforeAll(() => {
		refused = lint();
	});

	it('uses no timer, environment or console', () => {
		expect(refused('no-restricted-globals')).toEqual(REFUSED['no-restricted-globals']);
	});

	it('leaves URLs and status codes to the client, and throws nothing again as it came', () => {
		expect(refused('no-restricted-syntax')).toEqual(REFUSED['no-restricted-syntax']);
	});
});
