import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

import axios from 'axios';

const running: ChildProcess[] = [];
afterAll(() => running.forEach((child) => child.kill()));

/** Runs the command until its output holds `text`, or it ends. */
async function run(args: string[], text: string): Promise<string> {
	const main = path.join(__dirname, '../../sandbox/main.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', main, ...args]);
	running.push(child);
	return await new Promise((resolve) => {
		let output = '';
		const read = (chunk: Buffer): void => {
			output += chunk.toString();
			if (output.includes(text)) resolve(output);
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.on('close', () => resolve(output));
	});
}

it('prints its address and the demonstration credentials, and takes settings', async () => {
	const args = [
		'--port',
		'0',
		'--providers',
		'40',
		'--set',
		'badTokenStatus=400',
		'--progress',
		'5,60',
	];
	const output = await run([...args, '--clock', '2026-01-31T08:00:00Z'], 'Ctrl-C');
	for (const text of ['partner-demo-secret', 'maple-budget-secret', 'Maple Budget']) {
		expect(output).toContain(text);
	}
	const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
	const { data } = await axios.get(`${url}/sandbox/settings`);
	expect(data).toMatchObject({
		badTokenStatus: 400,
		registrationProgress: { approveAfterMs: 5_000, activateAfterMs: 60_000 },
	});
	expect((await axios.get(`${url}/sandbox/clock`)).data.iso).toMatch(/^2026-01-31T08:00/);

	const taken = await run(['--port', new URL(url).port], 'cannot start');
	expect(taken).toContain('choose another with --port');
});

it.each([
	[['--port', 'abc'], '--port needs a whole number'],
	[['--nope'], "Unknown option '--nope'"],
	[['--clock', 'noon'], '--clock needs a date'],
	[['--set', 'expiresIn=soon'], 'expiresIn: Expected number'],
	[['--help'], 'Usage: npm run sandbox'],
])('says what is wrong with %p', async (args, text) => {
	expect(await run(args, text)).toContain(text);
});
