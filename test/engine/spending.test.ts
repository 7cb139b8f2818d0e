import { FlinksConnectCustomer } from '../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { FlinksRequestRegistrations } from '../../nodes/FlinksRequestRegistrations/FlinksRequestRegistrations.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { appCredential } from '../support/app';
import { openLink, webhookItem } from '../support/consentPage';
import { credentialsFor } from '../support/flinks';
import { runNode } from './harness';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());

async function callback(reference: string): Promise<URL> {
	const { output } = await runNode({
		node: new FlinksConnectCustomer(),
		credentials: { flinksOutboundAppApi: appCredential(sandbox) },
		parameters: {
			operation: 'createLink',
			provider: { __rl: true, mode: 'id', value: '1000' },
			reference,
		},
	});
	return await (await openLink(String(output[0]?.[0]?.json.authorizationUrl))).press('allow');
}

/** A callback that passes every check here, whose code Flinks does not know. */
async function refusedCallback(reference: string): Promise<URL> {
	const address = await callback(reference);
	address.searchParams.set('code', 'a-code-that-flinks-never-gave');
	return address;
}

async function complete(addresses: readonly URL[]) {
	return await runNode({
		node: new FlinksConnectCustomer(),
		credentials: { flinksOutboundAppApi: appCredential(sandbox) },
		parameters: { operation: 'completeConnection' },
		items: addresses.map(webhookItem),
	});
}

describe('Complete Connection with Stop Workflow', () => {
	it.each([
		['the second', 1],
		['the first', 0],
	])('gives out the connection that was made when %s of two is refused', async (_, at) => {
		const addresses = [await callback('ada')];
		addresses.splice(at, 0, await refusedCallback('bob'));
		const { output, status, hints } = await complete(addresses);
		expect(status).toBe('success');
		expect(output[0]).toMatchObject([
			{ json: { reference: 'ada', connection: expect.any(String) }, pairedItem: { item: 1 - at } },
		]);
		expect(output[1]).toEqual([]);
		expect(output[2]).toMatchObject([
			{ json: { error: expect.any(String), details: { item: at } } },
		]);
		expect(hints).toMatchObject([
			{ message: expect.stringMatching(/1 item failed .* at Failed\./) },
		]);
	});

	it('stops with the error where nothing was made', async () => {
		const { output, status, error } = await complete([await refusedCallback('bob')]);
		expect(status).toBe('error');
		expect(error?.message).toBeTruthy();
		expect(output.flat()).toEqual([]);
	});
});

describe('Request Registrations with Stop Workflow', () => {
	it('says what was carried out before, and how to see it', async () => {
		const recipientId = sandbox.recipients[3]?.client_id ?? '';
		const { error } = await runNode({
			node: new FlinksRequestRegistrations(),
			credentials: { flinksOutboundPartnerOAuth2Api: credentialsFor(sandbox).partner },
			parameters: { recipientsFrom: 'field', providersFrom: 'field' },
			items: [
				{ recipientId, providerId: '4100' },
				{ recipientId: 'dc-nobody', providerId: '4100' },
			],
		});
		expect(error?.message).toContain('dc-nobody');
		expect(error?.description).toMatch(
			/1 other item was carried out before\. Run the node again with Skip Existing on/,
		);
	});

	it('counts no other item where only a part of the item itself was carried out', async () => {
		const recipientId = sandbox.recipients[3]?.client_id ?? '';
		const { error } = await runNode({
			node: new FlinksRequestRegistrations(),
			credentials: { flinksOutboundPartnerOAuth2Api: credentialsFor(sandbox).partner },
			parameters: {
				recipientsFrom: 'ids',
				recipientIds: recipientId,
				providersFrom: 'ids',
				providerIds: '4100,no-such-bank',
			},
			items: [{}],
		});
		expect(error?.message).toContain('no-such-bank');
		expect(error?.description).toContain('The 2 registrations of this item: 1 requested');
		expect(error?.description).not.toContain('other item');
	});
});
