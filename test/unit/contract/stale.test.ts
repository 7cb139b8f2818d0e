import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '../../..');
const YAML = 'contract/outbound.openapi.yaml';

let copy: string;

beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), 'contract-'));
	const files = [YAML, 'outbound/contract.ts', 'outbound/errors/published.ts'];
	for (const file of [...files, 'outbound/vocabulary.ts']) {
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

	it.each([
		['a new field', 'nickname: { type', 'nicknames: { type', 'outbound/contract.ts'],
		[
			'another status',
			'error: server_error, status: 500',
			'error: server_error, status: 502',
			'outbound/errors/published.ts',
		],
		['another scope', '- INVESTMENTS', '- INVESTMENT', 'outbound/vocabulary.ts'],
	])('names the file that %s makes stale, until it is generated again', (_what, from, to, file) => {
		edit(YAML, from, to);
		const check = run('--check');
		expect(check.status).toBe(1);
		expect(check.says).toContain(`${file} does not match ${YAML}.`);
		expect(check.says).toContain('Run "npm run contract"');
		expect(run().status).toBe(0);
		expect(run('--check').status).toBe(0);
	});

	it('notices a generated file edited by hand', () => {
		edit('outbound/errors/published.ts', 'status: 503', 'status: 504');
		expect(run('--check').says).toContain('outbound/errors/published.ts does not match');
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
