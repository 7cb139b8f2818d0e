import type { INodeParameters, INodeType } from 'n8n-workflow';

import { FlinksCheckRegistrationStatus } from '../../nodes/FlinksCheckRegistrationStatus/FlinksCheckRegistrationStatus.node';
import { FlinksConnectCustomer } from '../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { FlinksDataProviders } from '../../nodes/FlinksDataProviders/FlinksDataProviders.node';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { FlinksRequestRegistrations } from '../../nodes/FlinksRequestRegistrations/FlinksRequestRegistrations.node';
import { DEMO, startSandbox, type Sandbox } from '../../sandbox';
import { appCredential } from '../support/app';
import { credentialsFor } from '../support/flinks';
import { runNode } from './harness';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.log.clear());
afterAll(async () => await sandbox.close());

async function run(node: INodeType, parameters: INodeParameters) {
	const { partner, recipient } = credentialsFor(sandbox);
	const credentials =
		node instanceof FlinksConnectCustomer
			? { flinksOutboundAppApi: appCredential(sandbox) }
			: { flinksOutboundPartnerOAuth2Api: partner, flinksOutboundRecipientOAuth2Api: recipient };
	return await runNode({ node, parameters, credentials });
}

const PAIR: INodeParameters = {
	recipientsFrom: 'ids',
	recipientIds: DEMO.recipientId,
	providersFrom: 'ids',
	providerIds: '1000',
};
const LINK: INodeParameters = {
	operation: 'createLink',
	provider: { __rl: true, mode: 'id', value: '1000' },
	reference: 'customer-1042',
};

describe('what an expression gives is checked like what the editor allows: before anything is sent', () => {
	const check = new FlinksCheckRegistrationStatus();
	const request = new FlinksRequestRegistrations();
	const wait = { operation: 'waitUntilActive', ...PAIR };
	it.each<[string, INodeType, INodeParameters]>([
		['Look Every (Seconds)', check, { ...wait, everySeconds: '={{ "" }}' }],
		['Look Every (Seconds)', check, { ...wait, everySeconds: '={{ undefined }}' }],
		['Look Every (Seconds)', check, { ...wait, everySeconds: '={{ 0 }}' }],
		['Look Every (Seconds)', check, { ...wait, everySeconds: '={{ -1 }}' }],
		['Wait at Most (Minutes)', check, { ...wait, waitMinutes: '={{ Infinity }}' }],
		['Wait at Most (Minutes)', check, { ...wait, waitMinutes: '={{ "soon" }}' }],
		['Statuses', check, { filters: { statuses: '={{ ["DONE"] }}' } }],
		['Countries', check, { filters: { countries: '={{ ["FR"] }}' } }],
		['Waiting Longer Than (Days)', check, { filters: { waitingLongerThanDays: '={{ "x" }}' } }],
		['Sort By', check, { options: { sortBy: '={{ "size" }}' } }],
		['Limit', check, { returnAll: false, limit: 0 }],
		['Requests at Once', check, { options: { requestsAtOnce: '={{ Infinity }}' } }],
		['Requests at Once', check, { options: { requestsAtOnce: '={{ "" }}' } }],
		['Longest ID List', request, { ...PAIR, options: { maxSegmentLength: '={{ "long" }}' } }],
		['Longest ID List', request, { ...PAIR, options: { maxSegmentLength: '={{ Infinity }}' } }],
		['Skip Existing', request, { ...PAIR, skipExisting: '={{ "perhaps" }}' }],
		['Return All', new FlinksDataProviders(), { returnAll: '={{ "all" }}' }],
		['Limit', new FlinksDataProviders(), { limit: '={{ 1.5 }}' }],
		['Search', new FlinksDataProviders(), { filters: { search: '={{ ({ a: 1 }) }}' } }],
		['Detail', new FlinksGetAccounts(), { resultType: '={{ "everything" }}' }],
		['Page Size', new FlinksGetAccounts(), { options: { pageSize: '={{ 0 }}' } }],
		['Full Account Numbers', new FlinksGetAccounts(), { options: { fullNumbers: '={{ "x" }}' } }],
		['Link Validity (Minutes)', new FlinksConnectCustomer(), { ...LINK, validityMinutes: 0 }],
		[
			'Link Validity (Minutes)',
			new FlinksConnectCustomer(),
			{ ...LINK, validityMinutes: '={{ "" }}' },
		],
		['Scopes', new FlinksConnectCustomer(), { ...LINK, scopes: '={{ "ALL" }}' }],
		['Customer Reference', new FlinksConnectCustomer(), { ...LINK, referenceFrom: '={{ "x" }}' }],
	])('%s', async (label, node, parameters) => {
		const { error } = await run(node, parameters);
		expect(error?.message).toContain(`'${label}' cannot be used`);
		expect(error?.message).not.toMatch(/NaN|undefined|\[item/);
		expect(sandbox.log.count()).toBe(0);
	});
});

describe('numbers that come as text', () => {
	it('count: Longest ID List', async () => {
		const { output, error } = await run(new FlinksRequestRegistrations(), {
			...PAIR,
			options: { maxSegmentLength: '={{ "255" }}' },
		});
		expect(error).toBeUndefined();
		expect(output[0]).toHaveLength(1);
	});

	it('count: Requests at Once', async () => {
		sandbox.settings.latencyMs = 5;
		const { error } = await runNode({
			node: new FlinksGetAccounts(),
			credentials: { flinksOutboundRecipientOAuth2Api: credentialsFor(sandbox).recipient },
			parameters: { limit: '={{ $json.limit }}', options: { requestsAtOnce: '={{ "2" }}' } },
			items: Array.from({ length: 12 }, (_, index) => ({ limit: index + 1 })),
		});
		sandbox.settings.latencyMs = 0;
		expect(error).toBeUndefined();
		expect(sandbox.log.maxInFlight.all).toBe(2);
	});
});

describe('Sort By', () => {
	it('sorts registrations before the limit cuts', async () => {
		const parameters = { returnAll: false, limit: 3, options: { sortBy: 'daysWaiting' } };
		const all = await run(new FlinksCheckRegistrationStatus(), {});
		const { output } = await run(new FlinksCheckRegistrationStatus(), parameters);
		const days = (all.output[0] ?? []).map(({ json }) => Number(json.daysWaiting ?? -1));
		expect(output[0]?.map(({ json }) => json.daysWaiting)).toEqual(
			days.sort((a, b) => b - a).slice(0, 3),
		);
	});

	it.each([true, false])('sorts providers by name, Simplify %p', async (simplify) => {
		const { output } = await run(new FlinksDataProviders(), {
			simplify,
			limit: 5,
			options: { sortBy: 'name' },
		});
		const names = (output[0] ?? []).map(({ json }) => String(json.name));
		expect(names).toHaveLength(5);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});
});

describe("a recipient's credential in a partner's node, and the reverse", () => {
	it('is said before anything is sent, in terms of Client Type', async () => {
		const app = appCredential(sandbox);
		const { error } = await runNode({
			node: new FlinksCheckRegistrationStatus(),
			credentials: { flinksOutboundAppApi: app },
			parameters: { authentication: 'app' },
		});
		expect(error?.message).toMatch(/Client Type .* is Data Recipient, but this needs .* a partner/);
		expect(sandbox.log.count()).toBe(0);
	});
});
