import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '../../..');
const YAML = 'contract/outbound.openapi.yaml';

let copy: string;

beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), 'contract-'));
	const generated = ['contract', 'endpoints', 'publishedErrors', 'rows', 'vocabulary'];
	for (const file of [YAML, ...generated.map((name) => `outbound/model/${name}.ts`)]) {
		cpSync(join(REPOSITORY, file), join(copy, file));
	}
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

function run(...options: string[]): { status: number | null; says: string } {
	const script = join(REPOSITORY, 'contract/generate.ts');
	const command = ['--import', 'tsx', script, '--root', copy, ...options];
	const { status, stdout, stderr } = spawnSync(process.execPath, command, {
		cwd: REPOSITORY,
		encoding: 'utf8',
	});
	return { status, says: stdout + stderr };
}

function edit(file: string, from: string, to: string): void {
	const text = readFileSync(join(copy, file), 'utf8');
	expect(text).toContain(from);
	writeFileSync(join(copy, file), text.replace(from, to));
}

describe('npm run contract:check', () => {
	it('passes on what is committed', () => {
		expect(run('--check')).toEqual({
			status: 0,
			says: 'The generated files match the contract.\n',
		});
	});

	it('names every file that a change makes stale, until they are generated again', () => {
		edit(YAML, 'nickname: { type', 'nicknames: { type');
		edit(YAML, 'error: server_error, status: 500', 'error: server_error, status: 502');
		edit(YAML, '- INVESTMENTS', '- INVESTMENT');
		edit(YAML, 'purpose: list the accounts', 'purpose: list all accounts');
		edit(YAML, 'connectorName:', 'connector:');
		expect(run('--check')).toEqual({
			status: 1,
			says: [
				`outbound/model/contract.ts does not match ${YAML}.`,
				`outbound/model/endpoints.ts does not match ${YAML}.`,
				`outbound/model/publishedErrors.ts does not match ${YAML}.`,
				`outbound/model/rows.ts does not match ${YAML}.`,
				`outbound/model/vocabulary.ts does not match ${YAML}.`,
				'Run "npm run contract" and commit the result.\n',
			].join('\n'),
		});
		expect(run().status).toBe(0);
		expect(run('--check').status).toBe(0);
	});

	it.each([
		['is not OpenAPI', 'operationId: getToken', 'operationIdentifier: getToken'],
		['refers to nothing', "responses/Registrations'", "responses/Registration'"],
		['is not YAML', 'info:', 'info: {'],
	])('refuses a contract that %s', (_what, from, to) => {
		edit(YAML, from, to);
		const check = run('--check');
		expect(check.status).toBe(1);
		expect(check.says).toContain(`${YAML} could not be read`);
	});
});
