import { FlinksCheckRegistrationStatus } from '../../nodes/FlinksCheckRegistrationStatus/FlinksCheckRegistrationStatus.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { credentialsFor, type Credentials } from '../support/flinks';
import { until } from '../support/until';
import { runNode, type RunNodeOptions } from './harness';

let sandbox: Sandbox;
let credentials: Credentials;

beforeEach(async () => {
	sandbox = await startSandbox();
	credentials = credentialsFor(sandbox);
});
afterEach(async () => await sandbox.close());

async function check(options: Partial<RunNodeOptions> = {}) {
	return await runNode({
		node: new FlinksCheckRegistrationStatus(),
		credentials: { flinksOutboundPartnerOAuth2Api: credentials.partner },
		...options,
	});
}

const reads = () => sandbox.log.entries.filter(({ method }) => method === 'GET');

describe('listing', () => {
	it('gives one row for each registration, with the seven digits of its date read', async () => {
		const { output } = await check();
		expect(output[0]).toHaveLength(39);
		for (const { json } of output[0] ?? []) {
			expect(new Date(String(json.requestedOn)).toISOString()).toBe(json.requestedOn);
			expect('daysWaiting' in json).toBe(json.status !== 'ACTIVE');
		}
	});

	it.each([[null], [''], [undefined]])('keeps rows with the status %j, flagged', async (value) => {
		sandbox.settings.oddStatus = { every: 3, ...(value === undefined ? {} : { value }) };
		const { output, error } = await check();
		expect(error).toBeUndefined();
		expect(output[0]).toHaveLength(39);
		const unknown = output[0]?.filter(({ json }) => json.status === 'UNKNOWN') ?? [];
		expect(unknown).toHaveLength(13);
		for (const { json } of unknown) expect(json.daysWaiting).toBeNull();
		const audit = await check({ parameters: { operation: 'audit' } });
		const { active, waiting } = audit.output[0]?.[0]?.json ?? {};
		expect(audit.output[0]?.[0]?.json).toMatchObject({ total: 39, unknown: 13 });
		expect(Number(active) + Number(waiting)).toBe(26);
	});

	it('filters by status, country, provider and days waiting', async () => {
		const rows = async (filters: Record<string, string | number | string[]>) =>
			(await check({ parameters: { filters } })).output[0] ?? [];
		const waiting = await rows({ statuses: ['PENDING_APPROVAL', 'PENDING_ACTIVATION'] });
		expect(waiting.length).toBeGreaterThan(0);
		expect(waiting.map(({ json }) => json.status)).not.toContain('ACTIVE');
		const late = await rows({ waitingLongerThanDays: 40 });
		expect(late.length).toBeGreaterThan(0);
		expect(late.length).toBeLessThan(waiting.length);
		const american = await rows({ countries: ['US'] });
		expect(new Set(american.map(({ json }) => json.country))).toEqual(new Set(['US']));
		const capital = await rows({ providerIds: '1000, 2000' });
		expect(new Set(capital.map(({ json }) => json.providerId))).toEqual(new Set(['1000', '2000']));
	});

	it('sums up all, and each recipient', async () => {
		const audit = await check({ parameters: { operation: 'audit' } });
		expect(audit.output[0]).toMatchObject([
			{ json: { total: 39, recipients: 6, oldestWaiting: { daysWaiting: expect.any(Number) } } },
		]);
		const byRecipient = await check({ parameters: { operation: 'summarize' } });
		expect(byRecipient.output[0]).toHaveLength(6);
		const total = byRecipient.output[0]?.reduce((sum, { json }) => sum + Number(json.total), 0);
		expect(total).toBe(39);
	});

	it('asks at most twice for 1,000 items over 200 recipients, and gives each its own rows', async () => {
		await sandbox.close();
		sandbox = await startSandbox({ seed: { recipients: 200, registrations: 600 } });
		credentials = credentialsFor(sandbox);
		const items = Array.from({ length: 1000 }, (_, index) => ({
			recipientId: sandbox.recipients[index % 200]?.client_id,
		}));
		const { output, status } = await check({ parameters: { recipientsFrom: 'field' }, items });
		expect(status).toBe('success');
		expect(reads().length).toBeLessThanOrEqual(2);
		for (const { json, pairedItem } of output[0] ?? []) {
			const { item } = pairedItem as { item: number };
			expect(json.recipientId).toBe(items[item]?.recipientId);
		}
	});

	it('tells an unknown recipient from one without registrations', async () => {
		await sandbox.close();
		sandbox = await startSandbox({ seed: { registrations: 0 } });
		credentials = credentialsFor(sandbox);
		const known = sandbox.recipients.map(({ client_id }) => client_id);
		const { output } = await check({
			parameters: { recipientsFrom: 'field' },
			onError: 'continueErrorOutput',
			items: [...known, 'dc-nobody'].map((recipientId) => ({ recipientId })),
		});
		expect(output[0]).toEqual([]);
		expect(output[1]).toMatchObject([
			{ json: { error: expect.stringContaining('does not know the recipient dc-nobody') } },
		]);
	});
});

describe('waiting', () => {
	const wait = {
		operation: 'waitUntilActive',
		recipientsFrom: 'ids',
		providersFrom: 'ids',
		everySeconds: 1,
	};

	it('ends as soon as all are active', async () => {
		sandbox.settings.registrationProgress = { approveAfterMs: 500, activateAfterMs: 1500 };
		const [recipient] = sandbox.recipients.slice(4);
		const provider = sandbox.store.providers.get(4100);
		if (!recipient || !provider) throw new Error('The seed has changed');
		sandbox.store.registrations.request(recipient, provider, sandbox.clock.now());
		const recipientId = recipient.client_id;
		const { output, status } = await check({
			parameters: { ...wait, recipientIds: recipientId, providerIds: '4100', waitMinutes: 1 },
		});
		expect(status).toBe('success');
		expect(output[0]).toMatchObject([{ json: { status: 'ACTIVE', providerId: '4100' } }]);
	});

	it('ends in time with the last state and the way out', async () => {
		const { errorObject } = await check({
			parameters: {
				...wait,
				recipientIds: DEMO.recipientId,
				providerIds: '1000,2310',
				waitMinutes: 0.01,
			},
		});
		expect(errorObject).toMatchObject({
			message: 'The time to wait is over and 1 of 2 registrations is not ACTIVE yet',
			description: expect.stringMatching(/provider 2310 .*PENDING_APPROVAL.*'Wait at Most'/),
		});
	});

	it('stops waiting when the execution is stopped', async () => {
		const stop = new AbortController();
		const running = check({
			signal: stop.signal,
			parameters: {
				...wait,
				recipientIds: DEMO.recipientId,
				providerIds: '2310',
				waitMinutes: 50,
				everySeconds: 3000,
			},
		});
		await until(() => reads().length === 1);
		stop.abort();
		expect((await running).status).toBe('canceled');
		expect(reads()).toHaveLength(1);
	});
});
