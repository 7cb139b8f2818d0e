import fc from 'fast-check';

import { turns } from '../../../outbound/http/turns';
import type { PairOutcome } from '../../../outbound/registrations/pairOutcome';
import { requestPairs } from '../../../outbound/registrations/request';
import type { ApiRequest } from '../../../outbound/wire';
import { clocked } from '../../support/clocked';
import { answered, unanswered } from '../errors/exchanges';
import { keyOf, memory, pair, type Trouble } from './memory';
import { runs } from '../../support/runs';

const skip = { skipExisting: true };
const kindOf = (one: PairOutcome | undefined): string => one?.kind ?? 'none';
const isPost = ({ method }: ApiRequest) => method === 'POST';
const posts = (calls: readonly string[]) => calls.filter((call) => call.startsWith('POST'));

describe('requesting pairs', () => {
	it.each([
		['new', [], 5],
		['listed already', [0, 1, 2], 4],
	])('lets n8n have its turns at every step with each pair: %s', async (_, known, steps) => {
		const asked = [0, 1, 2].flatMap((recipient) =>
			Array.from({ length: 100 }, (__, provider) => pair(`r${recipient}`, provider)),
		);
		const listed = asked.filter(({ recipientId }) => known.includes(Number(recipientId.slice(1))));
		const turnsAsked = jest.spyOn(turns, 'isDue');
		const { client } = memory(listed);
		const results = await requestPairs(client, asked, skip);
		expect(results.size).toBe(300);
		expect(turnsAsked.mock.calls.length).toBeGreaterThanOrEqual(steps * 300);
		turnsAsked.mockRestore();
	});

	it('asks what exists, requests the rest at once, and asks back', async () => {
		const { client, calls, requested } = memory([pair('r1', 1)]);
		const asked = [pair('r1', 1), pair('r1', 2), pair('r1', 3), pair('r1', 2)];
		const results = await requestPairs(client, asked, skip);
		expect(calls).toEqual([
			'GET /api/v1/recipients/r1/providers/requests',
			'POST /api/v1/recipients/providers/requests/r1/2,3',
			'GET /api/v1/recipients/r1/providers/requests',
		]);
		expect([...requested.values()]).toEqual([1, 1]);
		expect(asked.map((one) => kindOf(results.get(keyOf(one))))).toEqual([
			'already-registered',
			'requested',
			'requested',
			'requested',
		]);
		expect(results.get(keyOf(pair('r1', 2)))).toMatchObject({
			registration: { client_id: 'r1', provider_id: 2 },
		});
		expect(results.get(keyOf(pair('r1', 1)))).toMatchObject({
			registration: { provider_id: 1 },
		});
	});

	it('sends nothing where nothing is asked, or all exists', async () => {
		const empty = memory([]);
		expect((await requestPairs(empty.client, [], skip)).size).toBe(0);
		expect(empty.calls).toEqual([]);
		const { client, calls } = memory([pair('r1', 1)]);
		await requestPairs(client, [pair('r1', 1)], skip);
		expect(posts(calls)).toEqual([]);
	});

	it('requests what exists too if it shall not be skipped', async () => {
		const { client, calls } = memory([pair('r1', 1)]);
		const results = await requestPairs(client, [pair('r1', 1)], { skipExisting: false });
		expect(calls[0]).toMatch(/^POST/);
		expect(kindOf(results.get(keyOf(pair('r1', 1))))).toBe('requested');
	});

	it('says so where Flinks took the request but does not list it', async () => {
		const { client, calls } = memory([], (request) =>
			isPost(request) ? { acts: false, exchange: answered(204, '') } : undefined,
		);
		const results = await requestPairs(client, [pair('r1', 1)], skip);
		expect(results.get(keyOf(pair('r1', 1)))).toEqual({ kind: 'not-listed-yet' });
		expect(posts(calls)).toHaveLength(1);
	});

	it('says that nothing is confirmed where Flinks cannot be asked back', async () => {
		const { client } = memory([], ({ method }, call) =>
			method === 'GET' && call > 1 ? { acts: false, exchange: answered(403, {}) } : undefined,
		);
		const results = await requestPairs(client, [pair('r1', 1)], skip);
		expect(results.get(keyOf(pair('r1', 1)))).toMatchObject({
			kind: 'not-confirmed',
			failure: { status: 403 },
		});
	});

	it.each<[boolean, boolean, string, number]>([
		[true, true, 'requested', 1],
		[true, false, 'listed', 1],
		[false, true, 'unclear', 3],
		[false, false, 'unclear', 3],
	])(
		'takes no web page for a success (acted %s, Skip Existing %s)',
		async (acts, skipExisting, kind, sent) => {
			const page = answered(200, '<!DOCTYPE html><html><title>Sign in</title></html>');
			const { client, calls } = memory([], (request) =>
				isPost(request) ? { acts, exchange: page } : undefined,
			);
			const results = await requestPairs(client, [pair('r1', 1)], { skipExisting });
			expect(kindOf(results.get(keyOf(pair('r1', 1))))).toBe(kind);
			expect(posts(calls)).toHaveLength(sent);
		},
	);

	it('requests nothing of a recipient it could not ask about', async () => {
		const { client, requested } = memory([pair('r2', 1)], ({ path }) =>
			path.includes('/r1/') ? { acts: false, exchange: answered(403, {}) } : undefined,
		);
		const results = await requestPairs(client, [pair('r1', 2), pair('r2', 2)], skip);
		expect(results.get(keyOf(pair('r1', 2)))).toMatchObject({
			kind: 'not-requested',
			failure: { kind: 'forbidden' },
		});
		expect(kindOf(results.get(keyOf(pair('r2', 2))))).toBe('requested');
		expect([...requested.keys()]).toEqual([keyOf(pair('r2', 2))]);
	});

	it('fails the pairs that Flinks refuses, and asks nothing back for them', async () => {
		const { client, calls } = memory([], (request) =>
			isPost(request) ? { acts: false, exchange: answered(403, { message: 'No' }) } : undefined,
		);
		const results = await requestPairs(client, [pair('r1', 1)], skip);
		expect(results.get(keyOf(pair('r1', 1)))).toMatchObject({ failure: { status: 403 } });
		expect(calls).toHaveLength(2);
	});
});

describe('a row whose IDs cannot be read', () => {
	const odd = (rows: object[], from: number) =>
		memory([pair('r1', 5)], ({ method }, call) =>
			method === 'GET' && call >= from ? { acts: true, exchange: answered(200, rows) } : undefined,
		);
	const noProvider = { client_id: 'r1', provider_id: null, registration_status: 'ACTIVE' };
	const nobody = { client_id: null, provider_id: 2, registration_status: 'ACTIVE' };
	const known = { client_id: 'r1', provider_id: 5, registration_status: 'ACTIVE' };

	it('may be the pair, so nothing is requested twice', async () => {
		const { client, calls } = odd([known, noProvider], 1);
		const results = await requestPairs(client, [pair('r1', 5), pair('r1', 2)], skip);
		expect(posts(calls)).toEqual([]);
		expect([...results.values()]).toMatchObject([
			{ kind: 'already-registered' },
			{
				kind: 'not-requested',
				failure: {
					kind: 'unexpected-answer',
					title: expect.stringContaining('cannot be read'),
					remedy: expect.stringMatching(/^Look at the rows .+ whatever exists\.$/),
				},
			},
		]);
	});

	it.each<[string, string[], string[]]>([
		['asked alone, is of the recipient asked for', ['r1'], ['already-registered']],
		[
			'in a list of all, may be of any',
			['r1', 'r2', 'r3', 'r4'],
			['not-requested', 'not-requested', 'not-requested', 'not-requested'],
		],
	])('without a recipient, %s', async (_, recipients, kinds) => {
		const { client } = odd([known, nobody], 1);
		const results = await requestPairs(
			client,
			recipients.map((id) => pair(id, 2)),
			skip,
		);
		expect([...results.values()].map(kindOf)).toEqual(kinds);
	});

	it('leaves what was sent unconfirmed', async () => {
		const { client } = odd([known, noProvider], 2);
		const results = await requestPairs(client, [pair('r1', 2)], skip);
		expect([...results.values()]).toMatchObject([
			{ kind: 'not-confirmed', failure: { title: expect.stringContaining('cannot be read') } },
		]);
	});

	it('is no reason to send again what had no clear answer', async () => {
		const { client, calls } = memory([pair('r1', 5)], ({ method }, call) => {
			if (method === 'POST') return { acts: true, exchange: answered(503, {}) };
			return call > 1 ? { acts: true, exchange: answered(200, [known, noProvider]) } : undefined;
		});
		const results = await requestPairs(client, [pair('r1', 2)], skip);
		expect(posts(calls)).toHaveLength(1);
		expect([...results.values()]).toMatchObject([
			{ kind: 'unclear', failure: { remedy: expect.stringContaining('may be this one') } },
		]);
	});
});

describe('a refusal of many at once', () => {
	const bad = (ids: string): Trouble =>
		ids.split(/[,/]/).includes('13')
			? { acts: false, exchange: answered(400, { message: 'Invalid request parameters' }) }
			: undefined;

	it('is halved until only the bad pair fails', async () => {
		const { client, requested } = memory([], ({ path }) => bad(path), {}, ['r1']);
		const asked = [11, 12, 13, 14, 15, 16].map((id) => pair('r1', id));
		const results = await requestPairs(client, asked, skip);
		expect(asked.map((one) => kindOf(results.get(keyOf(one))))).toEqual([
			'requested',
			'requested',
			'not-requested',
			'requested',
			'requested',
			'requested',
		]);
		expect([...requested.values()].every((times) => times === 1)).toBe(true);
	});

	it.each([400, 404, 413, 414, 422, 431])('is halved at %i', async (status) => {
		const { client, calls } = memory(
			[],
			({ path }) =>
				path.endsWith(',2') ? { acts: false, exchange: answered(status, {}) } : undefined,
			{},
			['r1'],
		);
		await requestPairs(client, [pair('r1', 1), pair('r1', 2)], skip);
		expect(posts(calls)).toHaveLength(3);
	});

	it.each([401, 403, 405, 409, 415])('is not halved at %i', async (status) => {
		const { client, calls } = memory([], (request) =>
			isPost(request) ? { acts: false, exchange: answered(status, {}) } : undefined,
		);
		await requestPairs(client, [pair('r1', 1), pair('r1', 2)], skip);
		expect(posts(calls)).toHaveLength(1);
	});

	it.each([
		[['r1'], [1], undefined],
		[['r1'], [1, 2], '1 other registration:'],
		[['r1'], [1, 2, 3], '2 other registrations:'],
		[['r1', 'r2'], [1, 2], '3 other registrations:'],
	])('of %j with %j says how many were sent together: %s', async (recipients, providers, words) => {
		const refusing = async (status: number) => {
			const { client } = memory([], (request) =>
				isPost(request) ? { acts: false, exchange: answered(status, {}) } : undefined,
			);
			const asked = recipients.flatMap((id) => providers.map((provider) => pair(id, provider)));
			const results = await requestPairs(client, asked, skip);
			return [...results.values()].map((one) => ('failure' in one ? one.failure.remedy : ''));
		};
		for (const remedy of await refusing(403)) {
			if (words === undefined) expect(remedy).not.toContain('sent together');
			else expect(remedy).toContain(`It was sent together with ${words}`);
		}
		for (const remedy of await refusing(500)) expect(remedy).not.toContain('sent together');
	});

	it('of nothing but bad pairs ends after 64 halvings', async () => {
		const { client, calls } = memory(
			[],
			(request) => (isPost(request) ? { acts: false, exchange: answered(400, {}) } : undefined),
			{},
			['r1'],
		);
		const asked = Array.from({ length: 300 }, (_, id) => pair('r1', 1000 + id));
		const results = await requestPairs(client, asked, {
			skipExisting: false,
			maxSegmentLength: 4000,
		});
		expect(posts(calls)).toHaveLength(1 + 2 * 64);
		expect([...results.values()].map(kindOf)).toEqual(new Array(300).fill('not-requested'));
	});
});

describe('an unclear answer', () => {
	const LOST: ReadonlyArray<readonly [string, Trouble & object]> = [
		['silence', { acts: true, exchange: unanswered('ECONNRESET') }],
		['503', { acts: true, exchange: answered(503, {}) }],
		['408', { acts: true, exchange: answered(408, {}) }],
	];
	it.each(LOST)('(%s) after Flinks acted is not followed by another request', async (_, met) => {
		const { client, requested } = memory([], (request) => (isPost(request) ? met : undefined));
		const results = await requestPairs(client, [pair('r1', 1), pair('r1', 2)], skip);
		expect([...requested.values()]).toEqual([1, 1]);
		expect([...results.values()].map(kindOf)).toEqual(['requested', 'requested']);
	});

	it('before Flinks acted is followed by a request for what is missing', async () => {
		let met = 0;
		const { client, calls, requested } = memory([], (request) => {
			if (!isPost(request)) return undefined;
			met += 1;
			return met === 1 ? { acts: false, exchange: answered(500, {}) } : undefined;
		});
		const results = await requestPairs(client, [pair('r1', 1)], skip);
		expect([...results.values()].map(kindOf)).toEqual(['requested']);
		expect([...requested.values()]).toEqual([1]);
		expect(calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'POST', 'GET', 'POST', 'GET']);
	});

	it('is asked about three times, then told as it is', async () => {
		const { client, calls } = memory([], (request) =>
			isPost(request) ? { acts: false, exchange: answered(500, {}) } : undefined,
		);
		const results = await requestPairs(client, [pair('r1', 1)], skip);
		expect(posts(calls)).toHaveLength(3);
		expect(results.get(keyOf(pair('r1', 1)))).toMatchObject({
			kind: 'unclear',
			failure: {
				status: 500,
				ambiguous: true,
				remedy: expect.stringMatching(/asked afterwards and does not list/),
			},
		});
	});

	it('is not cleared up by a refusal of the next try', async () => {
		let met = 0;
		const { client, calls } = memory([], (request) => {
			if (!isPost(request)) return undefined;
			met += 1;
			return { acts: false, exchange: answered(met === 1 ? 500 : 403, {}) };
		});
		const results = await requestPairs(client, [pair('r1', 1)], skip);
		expect(posts(calls)).toHaveLength(2);
		expect(results.get(keyOf(pair('r1', 1)))).toMatchObject({
			kind: 'unclear',
			failure: {
				status: 403,
				ambiguous: true,
				remedy: expect.stringMatching(/\. An earlier try in this run had no clear answer, .+\.$/),
			},
		});
	});

	it('is followed by a pause before the next try, each longer than the one before', async () => {
		jest.useFakeTimers();
		try {
			const waited = async (status: number) => {
				const { client } = memory(
					[],
					(request) =>
						isPost(request) ? { acts: false, exchange: answered(status, {}) } : undefined,
					{ random: () => 0.5 },
				);
				const { ms } = await clocked(async () => await requestPairs(client, [pair('r1', 1)], skip));
				return ms;
			};
			// Half of 1 s and half of 2 s: full jitter, with 0.5 for its random number.
			expect(await waited(500)).toBe(1_500);
			expect(await waited(204)).toBe(0);
			expect(await waited(403)).toBe(0);
		} finally {
			jest.useRealTimers();
		}
	});

	it('that nobody can clear up is not followed by another request', async () => {
		let broken = false;
		const { client, calls } = memory([], (request) => {
			if (isPost(request)) broken = true;
			return broken ? { acts: true, exchange: answered(500, {}) } : undefined;
		});
		const results = await requestPairs(client, [pair('r1', 1)], skip);
		expect(posts(calls)).toHaveLength(1);
		expect(results.get(keyOf(pair('r1', 1)))).toMatchObject({
			failure: { remedy: expect.stringMatching(/not known.*Skip Existing/) },
		});
	});

	it('is no reason to double, lose or invent anything, whatever happens', async () => {
		const anyPair = fc
			.tuple(fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5'), fc.integer({ min: 1, max: 8 }))
			.map(([recipient, provider]) => pair(recipient, provider));
		const anyTrouble = fc.option(
			fc.record({
				acts: fc.boolean(),
				exchange: fc.constantFrom(
					unanswered('ECONNRESET'),
					unanswered('ETIMEDOUT'),
					answered(408, {}),
					answered(500, {}),
					answered(503, {}),
				),
			}),
			{ nil: undefined, freq: 3 },
		);
		const pairs = fc.uniqueArray(anyPair, { selector: keyOf, maxLength: 25 });
		await fc.assert(
			fc.asyncProperty(
				pairs,
				pairs,
				fc.array(anyTrouble, { maxLength: 12 }),
				async (seeded, asked, troubles) => {
					const { client, requested } = memory(seeded, (_, call) => troubles[call - 1]);
					const results = await requestPairs(client, asked, skip);
					const there = new Set(seeded.map(keyOf));
					expect([...results.keys()].sort()).toEqual(asked.map(keyOf).sort());
					for (const [key, times] of requested) {
						expect(times).toBe(1);
						expect(there.has(key)).toBe(false);
						expect(results.has(key)).toBe(true);
					}
					for (const [key, result] of results) {
						const { kind } = result;
						if (kind === 'requested') expect(requested.get(key)).toBe(1);
						if (kind === 'already-registered') expect(there.has(key)).toBe(true);
						if (kind === 'not-requested') expect(requested.has(key)).toBe(false);
						if (kind === 'not-listed-yet') expect(requested.has(key)).toBe(false);
						expect(kind).not.toBe('listed');
					}
				},
			),
			runs(150),
		);
	});
});
