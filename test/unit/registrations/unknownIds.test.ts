import { createLimiter } from '../../../outbound/http/limiter';
import type { PairOutcomes } from '../../../outbound/registrations/request';
import { requestPairs } from '../../../outbound/registrations/request';
import type { ApiRequest } from '../../../outbound/wire';
import { answered } from '../errors/exchanges';
import { keyOf, memory, pair, type Trouble } from './memory';

const recipientsOf = (count: number) =>
	Array.from({ length: count }, (_, at) => `dc-${String(at).padStart(25, '0')}`);
const providersOf = (count: number) => Array.from({ length: count }, (_, at) => 1000 + at);
const NOBODY = 'dc-nobody-knows-this-one-000';
const NOWHERE = 999_999;

/** Flinks with so many recipients and providers, which refuses a request as a whole for one unknown ID. */
function flinks(
	recipients: readonly string[],
	providers: readonly number[],
	status = 400,
	more: (request: ApiRequest, call: number) => Trouble = () => undefined,
	limiter = createLimiter(),
) {
	const known = new Set([...recipients, ...providers.map(String)]);
	const refusing = (request: ApiRequest, call: number): Trouble => {
		const ids = request.path.split('/').slice(-2).join().split(',');
		if (request.method === 'GET' || ids.every((id) => known.has(id))) return more(request, call);
		return {
			acts: false,
			exchange: answered(status, { message: 'Invalid request parameters' }),
		};
	};
	return memory([], refusing, { limiter }, recipients, providers);
}

const grid = (recipients: readonly string[], providers: readonly number[]) =>
	recipients.flatMap((recipient) => providers.map((provider) => pair(recipient, provider)));

const count = (calls: readonly string[], start: string) =>
	calls.filter((call) => call.startsWith(start)).length;

function failures(outcomes: PairOutcomes): string[] {
	return [...outcomes.values()].flatMap((one) => ('failure' in one ? one.failure.title : []));
}

describe('one unknown ID among many', () => {
	it.each([
		[50, 10, 400],
		[50, 10, 404],
		[100, 100, 400],
	])('costs no good pair: a recipient, %i x %i, HTTP %i', async (height, width, status) => {
		const [recipients, providers] = [recipientsOf(height - 1), providersOf(width)];
		const world = flinks(recipients, providers, status);
		const healthy = flinks(recipients, providers);
		await requestPairs(healthy.client, grid(recipients, providers), { skipExisting: false });
		const asked = grid([...recipients.slice(0, 7), NOBODY, ...recipients.slice(7)], providers);
		const outcomes = await requestPairs(world.client, asked, { skipExisting: true });
		expect(outcomes.size).toBe(height * width);
		expect(world.requested.size).toBe((height - 1) * width);
		expect(failures(outcomes)).toEqual(
			new Array(width).fill(`Flinks does not know the recipient ${NOBODY}`),
		);
		expect(count(world.calls, 'POST')).toBeLessThanOrEqual(count(healthy.calls, 'POST') + 3);
		expect(count(world.calls, 'GET')).toBeLessThanOrEqual(4);
	});

	it.each([
		[50, 10],
		[100, 100],
	])('costs no good pair: a provider, %i x %i', async (height, width) => {
		const [recipients, providers] = [recipientsOf(height), providersOf(width - 1)];
		const world = flinks(recipients, providers);
		const healthy = flinks(recipients, providers);
		await requestPairs(healthy.client, grid(recipients, providers), { skipExisting: false });
		const asked = grid(recipients, [...providers.slice(0, 3), NOWHERE, ...providers.slice(3)]);
		const outcomes = await requestPairs(world.client, asked, { skipExisting: true });
		expect(world.requested.size).toBe(height * (width - 1));
		expect(failures(outcomes)).toEqual(
			new Array(height).fill(`Flinks does not know the provider ${NOWHERE}`),
		);
		// It stands in each request that holds its column: each is sent once more, without it.
		expect(count(world.calls, 'POST')).toBeLessThanOrEqual(count(healthy.calls, 'POST') * 2);
		expect(count(world.calls, 'GET')).toBeLessThanOrEqual(4);
	});

	it('is sent no more once it is known: a provider in each of many requests', async () => {
		const recipients = recipientsOf(80);
		const world = flinks(recipients, [1000], 400, undefined, createLimiter(1));
		const healthy = flinks(recipients, [1000]);
		await requestPairs(healthy.client, grid(recipients, [1000]), { skipExisting: false });
		await requestPairs(world.client, grid(recipients, [1000, NOWHERE]), { skipExisting: false });
		expect(world.requested.size).toBe(80);
		expect(count(world.calls, 'POST')).toBe(count(healthy.calls, 'POST') + 1);
	});

	it('names a pair of which Flinks knows neither half', async () => {
		const world = flinks(['r1'], [1]);
		const asked = grid(['r1', NOBODY], [1, NOWHERE]);
		const outcomes = await requestPairs(world.client, asked, { skipExisting: false });
		expect(asked.map((one) => outcomes.get(keyOf(one)))).toMatchObject([
			{ kind: 'requested' },
			{
				kind: 'not-requested',
				failure: {
					kind: 'not-found',
					title: 'Flinks does not know the provider 999999',
					remedy: expect.stringMatching(/^Pick the provider .+ Flinks Data Providers node\.$/),
				},
			},
			{ kind: 'not-requested', failure: { title: expect.stringContaining(NOBODY) } },
			{
				kind: 'not-requested',
				failure: {
					kind: 'not-found',
					title: `Flinks knows neither the recipient ${NOBODY} nor the provider 999999`,
					remedy: 'Pick both from the lists, or check their IDs with Flinks.',
				},
			},
		]);
		expect(count(world.calls, 'POST')).toBe(2);
	});

	it('is looked up for a single pair too', async () => {
		const world = flinks(['r1'], [1]);
		const outcomes = await requestPairs(world.client, [pair('r1', NOWHERE)], {
			skipExisting: false,
		});
		expect(failures(outcomes)).toEqual(['Flinks does not know the provider 999999']);
		expect(count(world.calls, 'POST')).toBe(1);
	});

	it('is looked up no more for what follows', async () => {
		const recipients = recipientsOf(40);
		const world = flinks(recipients, [1000]);
		const asked = grid([...recipients, NOBODY], [1000, NOWHERE]);
		await requestPairs(world.client, asked, { skipExisting: true });
		expect(count(world.calls, 'GET /api/v1/recipients')).toBe(3);
		expect(count(world.calls, 'GET /api/v1/providers')).toBe(1);
	});
});

describe('where the lists do not tell', () => {
	const bad = (lists: Trouble) =>
		flinks(recipientsOf(4), [1, 2, 4], 400, ({ path }) =>
			path === '/api/v1/recipients' || path === '/api/v1/providers' ? lists : undefined,
		);

	it.each<[string, Trouble]>([
		['cannot be read', { acts: false, exchange: answered(403, {}) }],
		['make no sense', { acts: false, exchange: answered(200, { message: 'none' }) }],
	])('because they %s, the request is halved', async (_, lists) => {
		const world = bad(lists);
		const asked = grid(recipientsOf(4), [1, 2, 3, 4]);
		const outcomes = await requestPairs(world.client, asked, { skipExisting: false });
		expect(world.requested.size).toBe(12);
		expect(failures(outcomes)).toHaveLength(4);
		expect(count(world.calls, 'GET /api/v1/providers')).toBe(1);
	});

	it('says of pairs refused together that nobody knows which it was', async () => {
		const world = memory(
			[],
			({ method }) =>
				method === 'POST' ? { acts: false, exchange: answered(400, {}) } : undefined,
			{},
			['r1'],
		);
		const asked = Array.from({ length: 300 }, (_, id) => pair('r1', 1000 + id));
		const outcomes = await requestPairs(world.client, asked, {
			skipExisting: false,
			maxSegmentLength: 4000,
		});
		const remedies = [...outcomes.values()].flatMap((one) =>
			'failure' in one ? one.failure.remedy : [],
		);
		const together = remedies.filter((words) => words.includes('sent together with'));
		expect(together.length).toBeGreaterThan(0);
		expect(together.every((words) => words.endsWith('is not known.'))).toBe(true);
	});
});
