import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { DEMO, startSandbox } from '../../sandbox';
import { createSettings } from '../../sandbox/settings';
import { talkTo, type Talk } from './support/talk';

const root = path.resolve(__dirname, '../..');
const guide = readFileSync(path.join(root, 'docs/sandbox.md'), 'utf8');
const rowsUnder = (heading: string): string[][] => {
	const [, part = ''] = guide.split(`\n## ${heading}\n`);
	return (part.split('\n## ')[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('| `'))
		.map((line) => line.split('|').map((cell) => cell.trim()));
};
const namesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('the settings of the guide', () => {
	const defaults = new Map<string, unknown>(Object.entries(createSettings()));
	const parsed = (text: string): unknown => {
		try {
			return JSON.parse(text);
		} catch {
			return text;
		}
	};
	const rows = rowsUnder('Settings').map(([, names, value = '', meaning]) => {
		const values =
			value.startsWith('`') || !value.includes(',')
				? [value.replaceAll('`', '')]
				: value.split(', ');
		return { names: namesIn(names), values: values.map(parsed), meaning };
	});

	it('are all there are', () => {
		expect(rows.flatMap(({ names }) => names).sort()).toEqual([...defaults.keys()].sort());
	});

	it.each(
		rows.flatMap(({ names, values }) => names.map((name, at) => [name, values, at] as const)),
	)('has the default of %s', (name, values, at) => {
		const said = values.length > 1 ? values[at] : values[0];
		const all = { tokenFormats: 'all true', nextLinkOrigin: 'another host' };
		const known = new Map<string, unknown>(Object.entries(all));
		if (known.has(name)) expect(said).toBe(known.get(name));
		else expect(said).toEqual(defaults.get(name));
	});

	it('each have a meaning', () => {
		expect(rows.filter(({ meaning }) => meaning === '')).toEqual([]);
	});
});

it('has every call that the sandbox answers beside the API, and no other', () => {
	const folder = path.join(root, 'sandbox/admin');
	const source = readdirSync(folder)
		.map((file) => readFileSync(path.join(folder, file), 'utf8'))
		.join('\n')
		.replaceAll('${ACCOUNT}', '/sandbox/accounts/:account_id')
		.replace(/change\('(\w+)'/g, "app.post('/sandbox/registrations/$1'");
	const answered = [...source.matchAll(/app\.(get|post|patch|delete)\(\s*['`](\/sandbox[^'`]*)/g)]
		.map(([, method = '', address = '']) => `${method.toUpperCase()} ${address}`)
		.filter((call) => !call.includes('$'));
	/** `GET`, `PATCH /sandbox/settings`: a method without an address has that of the next. */
	const told = ['Faults', 'Banks', 'Hands'].flatMap((heading) =>
		rowsUnder(heading).flatMap(([, cell]) => {
			const calls: string[] = [];
			let methods: string[] = [];
			for (const name of namesIn(cell)) {
				const [, method, address] = /^(GET|POST|PATCH|DELETE)?\s?(\/\S+|\w+)?$/.exec(name) ?? [];
				if (method !== undefined && address === undefined) methods.push(method);
				else if (method !== undefined && address?.startsWith('/')) {
					calls.push(...[...methods, method].map((one) => `${one} ${address}`));
					methods = [];
				} else if (method === undefined && address !== undefined && calls[0] !== undefined)
					calls.push(calls[0].replace(/\w+$/, address));
			}
			return calls.map((call) =>
				call.replace(/\{(\w+)\}/g, ':$1').replace('s/:id/', 's/:account_id/'),
			);
		}),
	);
	expect([...new Set(told)].sort()).toEqual([...new Set(answered)].sort());
});

describe('a running sandbox', () => {
	let talk: Talk;
	beforeEach(async () => {
		talk = await talkTo();
	});
	afterEach(async () => await talk.close());

	it('gives examples that the sandbox takes', async () => {
		const { data: accounts } = await talk.http.get('/sandbox/accounts');
		const shell = guide
			.replaceAll('$faults', '/sandbox/faults')
			.replaceAll('$account', String(accounts[0].accountId));
		const examples = [
			...shell.matchAll(/^curl -X (POST|PATCH) (?:http:\/\/127\.0\.0\.1:4010)?(\/\S+)(.*)$/gm),
		];
		expect(examples.length).toBeGreaterThan(6);
		for (const [line, method = '', url = '', rest = ''] of examples) {
			const [, json = '{}'] = / -d '(.*)'$/.exec(rest) ?? [];
			const { status } = await talk.http.request({ method, url, data: JSON.parse(json) });
			expect([line, status]).toEqual([line, 200]);
		}
	});

	it('says with how many providers the recipient for trials is active', async () => {
		const { data } = await talk.http.get('/sandbox/registrations');
		const active = data.filter(
			(row: Record<string, unknown>) =>
				row.client_id === DEMO.recipientId && row.status === 'ACTIVE',
		);
		expect(active).toHaveLength(1 + 7);
		expect(guide).toContain('`ACTIVE` with provider 1000 and seven more');
	});

	it('says what stays after a reset', async () => {
		await talk.http.patch('/sandbox/settings', { expiresIn: 60 });
		await talk.http.post('/sandbox/faults', { on: 'A5' });
		await talk.http.post('/sandbox/connect', {});
		await talk.http.post('/sandbox/clock/advance', { ms: 86_400_000 });
		const { data: before } = await talk.http.get('/sandbox/clock');
		await talk.http.post('/sandbox/reset');
		const get = async (url: string) => (await talk.http.get(url)).data;
		expect((await get('/sandbox/clock')).now).toBeGreaterThanOrEqual(before.now);
		expect(await get('/sandbox/settings')).toMatchObject({ expiresIn: 60 });
		expect(await get('/sandbox/faults')).toEqual([]);
		expect(await get('/sandbox/connections')).toEqual([]);
		expect(await get('/sandbox/log')).toEqual([]);
	});
});

it('gives the same data for the same options', async () => {
	const options = { seed: { startAt: Date.parse('2026-01-31T08:00:00Z'), providers: 40 } };
	const shown = async () => {
		const sandbox = await startSandbox(options);
		const { recipients, store, bank } = sandbox;
		const world = JSON.stringify([
			recipients,
			[...store.providers.values()],
			store.registrations.all(),
			bank.accounts(DEMO.providerId, DEMO.customer),
		]);
		await sandbox.close();
		return world;
	};
	const first = await shown();
	expect(first.length).toBeGreaterThan(10_000);
	expect(await shown()).toBe(first);
});
