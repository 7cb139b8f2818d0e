import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { FlinksRegistrationTrigger } from '../../nodes/FlinksRegistrationTrigger/FlinksRegistrationTrigger.node';
import { ANSWERS, startSandbox, type Sandbox } from '../../sandbox';
import { setStatus } from '../../sandbox/store/registrations';
import { partnerApp } from '../support/app';
import { credentialsFor } from '../support/flinks';
import { startBetween } from '../support/between';
import { until } from '../support/until';
import { createPoller, type Poller } from './harness';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

function trigger(parameters: INodeParameters = {}, apiBaseUrl = sandbox.url): Poller {
	const { partner } = credentialsFor(sandbox, { apiBaseUrl });
	return createPoller(new FlinksRegistrationTrigger(), parameters, {
		flinksOutboundPartnerOAuth2Api: partner,
	});
}

/** The rows of one look; none where n8n starts no execution. */
async function look(
	poller: Poller,
	mode: 'manual' | 'trigger' = 'trigger',
): Promise<IDataObject[]> {
	return ((await poller.poll(mode)) ?? []).flat().map(({ json }) => json);
}

/** What n8n would have in its database now, and a trigger that starts from it in a new process. */
const saved = (poller: Poller) => JSON.parse(JSON.stringify(poller.staticData)) as IDataObject;
function restarted(data: IDataObject, parameters: INodeParameters = {}): Poller {
	const poller = trigger(parameters);
	Object.assign(poller.staticData, data);
	return poller;
}

const all = () => sandbox.store.registrations.all();
const waiting = () => all().filter(({ status }) => status !== 'ACTIVE');
function oneWaiting(nth = 0) {
	const row = waiting()[nth];
	if (!row) throw new Error('Nothing waits');
	return row;
}
function activate(nth = 0) {
	const row = oneWaiting(nth);
	setStatus(row, 'ACTIVE', sandbox.clock.now());
	return row;
}
function requestNew() {
	for (const recipient of sandbox.recipients) {
		for (const provider of sandbox.store.providers.values()) {
			if (sandbox.store.registrations.get(recipient.client_id, provider.provider_id)) continue;
			return sandbox.store.registrations.request(recipient, provider, sandbox.clock.now());
		}
	}
	throw new Error('Everything is requested');
}
const idsOf = ({ recipient, provider }: ReturnType<typeof oneWaiting>) => ({
	recipientId: recipient.client_id,
	providerId: String(provider.provider_id),
});

describe('Became Active', () => {
	it('is silent at first, and says each registration that became active once', async () => {
		const poller = trigger();
		expect(await look(poller)).toEqual([]);
		const row = oneWaiting();
		const before = row.status;
		activate();
		expect(await look(poller)).toEqual([
			{
				change: 'statusChanged',
				recipientName: row.recipient.name,
				providerName: row.provider.name,
				previousStatus: before,
				status: 'ACTIVE',
				daysTaken: Math.floor((Date.now() - row.requestedAt) / 86_400_000),
				requestedOn: new Date(row.requestedAt).toISOString(),
				country: row.provider.country,
				...idsOf(row),
				changeId: expect.stringMatching(/^[\w-]{12}$/),
			},
		]);
		expect(await look(poller)).toEqual([]);
	});

	it('starts no execution where nothing happened, and asks Flinks once', async () => {
		const poller = trigger();
		await poller.poll();
		sandbox.log.clear();
		expect(await poller.poll()).toBeNull();
		expect(sandbox.log.entries.filter(({ method }) => method === 'GET')).toHaveLength(1);
	});

	it('gives out what is there where that is asked for', async () => {
		const active = all().length - waiting().length;
		const poller = trigger({ options: { emitWhatIsThere: true } });
		const first = await look(poller);
		expect(first).toHaveLength(active);
		expect(new Set(first.map(({ change }) => change))).toEqual(new Set(['listed']));
		expect(await look(poller)).toEqual([]);
	});

	it('works as a partner with an App credential', async () => {
		const poller = createPoller(
			new FlinksRegistrationTrigger(),
			{ authentication: 'app' },
			{ flinksOutboundAppApi: partnerApp(sandbox) },
		);
		expect(await look(poller)).toEqual([]);
		const row = activate();
		expect(await look(poller)).toMatchObject([idsOf(row)]);
	});

	it('keeps to the filters, and refuses those that nothing can pass', async () => {
		const [first, second] = [oneWaiting(), oneWaiting(1)];
		const filters = { recipientIds: [first.recipient.client_id], countries: ['CA', 'US'] };
		const poller = trigger({ filters });
		await look(poller);
		for (const row of [first, second]) setStatus(row, 'ACTIVE', sandbox.clock.now());
		const others = [first, second].filter(
			({ recipient }) => recipient.client_id === first.recipient.client_id,
		);
		expect(await look(poller)).toMatchObject(others.map(idsOf));
		sandbox.log.clear();
		const never = trigger({ filters: { statuses: ['PENDING_APPROVAL'] } });
		await expect(never.poll()).rejects.toThrow("'Statuses' cannot be used");
		expect(sandbox.log.entries).toEqual([]);
	});
});

describe('New', () => {
	it('says what was requested, and nothing when its status changes', async () => {
		const poller = trigger({ event: 'new' });
		await look(poller);
		const row = requestNew();
		expect(await look(poller)).toMatchObject([
			{ change: 'new', previousStatus: null, status: 'PENDING_APPROVAL', ...idsOf(row) },
		]);
		setStatus(row, 'ACTIVE', sandbox.clock.now());
		expect(await look(poller)).toEqual([]);
	});
});

describe('Any Change', () => {
	const anyChange = { event: 'anyChange' };

	it('says what is new, what has another status, and what vanished', async () => {
		const poller = trigger(anyChange);
		await look(poller);
		const added = requestNew();
		const [changed, gone] = [activate(), oneWaiting(1)];
		sandbox.store.registrations.remove(gone.recipient.client_id, gone.provider.provider_id);
		const changes = await look(poller);
		expect(changes).toHaveLength(3);
		expect(changes).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ change: 'new', ...idsOf(added) }),
				expect.objectContaining({ change: 'statusChanged', status: 'ACTIVE', ...idsOf(changed) }),
				expect.objectContaining({
					change: 'vanished',
					previousStatus: gone.status,
					status: null,
					...idsOf(gone),
				}),
			]),
		);
		expect(await look(poller)).toEqual([]);
	});

	it('can be changed to from another event without losing or repeating anything', async () => {
		const first = trigger();
		await look(first);
		const row = activate();
		const second = restarted(saved(first), anyChange);
		expect(await look(second)).toMatchObject([
			{ previousStatus: expect.any(String), ...idsOf(row) },
		]);
		expect(await look(restarted(saved(second)))).toEqual([]);
	});

	it('takes a list that fails, or is none, for no change', async () => {
		const poller = trigger(anyChange);
		await look(poller);
		for (const answer of [ANSWERS.html(), { status: 400 }, { status: 200, body: {} }]) {
			const fault = sandbox.faults.add({ on: 'G2', answer, times: 1 });
			await expect(poller.poll()).rejects.toThrow();
			expect(fault.met).toBe(1);
		}
		expect(await look(poller)).toEqual([]);
	});

	it('takes a list that comes short, or empty, for no change where Flinks still knows the rest', async () => {
		const between = await startBetween(sandbox.url);
		const poller = trigger(anyChange, between.url);
		try {
			await look(poller);
			between.answer(({ path }) =>
				path === '/api/v1/recipients/providers/requests' ? { status: 200, body: '[]' } : undefined,
			);
			expect(await look(poller)).toEqual([]);
			expect(await look(poller)).toEqual([]);
			expect(await look(poller)).toEqual([]);
			between.answer(() => undefined);
			expect(await look(poller)).toEqual([]);
		} finally {
			await between.close();
		}
	});

	it('believes an empty list when all is gone, at the second look', async () => {
		const poller = trigger(anyChange);
		await look(poller);
		const rows = all();
		for (const { recipient, provider } of rows) {
			sandbox.store.registrations.remove(recipient.client_id, provider.provider_id);
		}
		expect(await look(poller)).toEqual([]);
		expect(await look(poller)).toHaveLength(rows.length);
		expect(await look(poller)).toEqual([]);
	});

	it.each([[null], [''], [undefined]])(
		'takes rows that carry the status %j for a while for no change',
		async (value) => {
			const poller = trigger(anyChange);
			await look(poller);
			sandbox.settings.oddStatus = { every: 3, ...(value === undefined ? {} : { value }) };
			expect(await look(poller)).toEqual([]);
			sandbox.settings.oddStatus = null;
			expect(await look(poller)).toEqual([]);
		},
	);

	it('takes a status that is readable for the first time for no change', async () => {
		sandbox.settings.oddStatus = { every: 2, value: null };
		const poller = trigger(anyChange);
		await look(poller);
		sandbox.settings.oddStatus = null;
		expect(await look(poller)).toEqual([]);
		const row = activate();
		expect(await look(poller)).toMatchObject([idsOf(row)]);
	});
});

describe('across restarts', () => {
	it('says each change exactly once where n8n saved the state', async () => {
		let poller = trigger({ event: 'anyChange' });
		const seen: unknown[] = [];
		await look(poller);
		for (let round = 0; round < 6; round += 1) {
			poller = restarted(saved(poller), { event: 'anyChange' });
			const row = round % 2 === 0 ? activate() : requestNew();
			const changes = await look(poller);
			expect(changes).toMatchObject([idsOf(row)]);
			seen.push(...changes.map(({ changeId }) => changeId));
		}
		expect(new Set(seen).size).toBe(6);
		expect(await look(restarted(saved(poller), { event: 'anyChange' }))).toEqual([]);
	});

	it('says it again with the same ID where n8n ended before it saved the state', async () => {
		const poller = trigger();
		await look(poller);
		const before = saved(poller);
		activate();
		const first = await look(poller);
		expect(first).toHaveLength(1);
		const again = restarted(before);
		expect(await look(again)).toEqual(first);
		expect(await look(again)).toEqual([]);
	});

	it('keeps the IDs apart when the same change happens twice', async () => {
		const poller = trigger({ event: 'anyChange' });
		await look(poller);
		const row = oneWaiting();
		const ids: unknown[] = [];
		for (const status of ['ACTIVE', 'PENDING_ACTIVATION', 'ACTIVE'] as const) {
			setStatus(row, status, sandbox.clock.now());
			ids.push(...(await look(poller)).map(({ changeId }) => changeId));
		}
		expect(new Set(ids).size).toBe(3);
	});

	it('gives out what is there where its state cannot be read, and goes on', async () => {
		const poller = restarted({ registrations: 'flinks-registrations.v9|what?' });
		const active = all().length - waiting().length;
		const again = await look(poller);
		expect(again).toHaveLength(active);
		expect(again[0]).toMatchObject({ change: 'listed' });
		const row = activate();
		expect(await look(poller)).toMatchObject([idsOf(row)]);
	});
});

describe('looking', () => {
	it('shows real registrations as a test event, and leaves the state alone', async () => {
		const poller = trigger();
		const sample = await look(poller, 'manual');
		expect(sample[0]).toMatchObject({
			change: 'listed',
			status: 'ACTIVE',
			daysTaken: expect.any(Number),
		});
		expect(sample.length).toBeLessThanOrEqual(3);
		expect(poller.staticData).toEqual({});
		await look(poller);
		const state = saved(poller);
		activate();
		await look(poller, 'manual');
		expect(saved(poller)).toEqual(state);
		expect(await look(poller)).toHaveLength(1);
	});

	it('says plainly that there is no test event', async () => {
		for (const { recipient, provider } of all()) {
			sandbox.store.registrations.remove(recipient.client_id, provider.provider_id);
		}
		await expect(trigger().poll('manual')).rejects.toThrow('There is no registration yet');
	});

	it('does not look while the look before is under way', async () => {
		const poller = trigger();
		await look(poller);
		activate();
		const fault = sandbox.faults.add({ on: 'G2', delayMs: 300, times: 1 });
		const slow = look(poller);
		await until(() => fault.met === 1);
		expect(await poller.poll()).toBeNull();
		expect(await slow).toHaveLength(1);
		expect(await look(poller)).toEqual([]);
	});

	it('says once that the credential is refused, and goes on when it is right again', async () => {
		const poller = trigger();
		await look(poller);
		const fault = sandbox.faults.add({
			on: 'all',
			answer: { status: 401, body: { message: 'no' } },
		});
		await expect(poller.poll()).rejects.toThrow();
		expect(await poller.poll()).toBeNull();
		sandbox.faults.remove(fault.id);
		const row = activate();
		expect(await look(poller)).toMatchObject([idsOf(row)]);
	});
});
