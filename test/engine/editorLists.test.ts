import type { INodeType } from 'n8n-workflow';

import { FlinksCheckRegistrationStatus } from '../../nodes/FlinksCheckRegistrationStatus/FlinksCheckRegistrationStatus.node';
import { FlinksConnectCustomer } from '../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { FlinksDataProviders } from '../../nodes/FlinksDataProviders/FlinksDataProviders.node';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { FlinksRequestRegistrations } from '../../nodes/FlinksRequestRegistrations/FlinksRequestRegistrations.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { appCredential, partnerApp } from '../support/app';
import { listSearch, loadOptions, type StoredCredential } from './harness';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.log.clear());
afterAll(async () => await sandbox.close());

const NODES: ReadonlyArray<new () => INodeType> = [
	FlinksCheckRegistrationStatus,
	FlinksConnectCustomer,
	FlinksDataProviders,
	FlinksGetAccounts,
	FlinksRequestRegistrations,
];

/** What each list of a node offers, by the name of its method. */
async function offered(
	node: INodeType,
	credentials?: Readonly<Record<string, StoredCredential>>,
	parameters = {},
) {
	const call = { node, parameters, ...(credentials && { credentials }) };
	const lists = new Map<string, readonly string[]>();
	for (const method of Object.keys(node.methods?.loadOptions ?? {})) {
		const options = await loadOptions({ ...call, method });
		lists.set(
			method,
			options.map(({ name }) => name),
		);
	}
	for (const method of Object.keys(node.methods?.listSearch ?? {})) {
		const { results } = await listSearch({ ...call, method }, 'flinks');
		lists.set(
			method,
			results.map(({ name }) => name),
		);
	}
	return lists;
}

it.each(NODES)('%p: lists without a credential say what to do, and throw nothing', async (Node) => {
	const lists = await offered(new Node());
	expect(lists.size).toBeGreaterThan(0);
	for (const names of lists.values()) expect(names).toEqual(['Choose a credential first']);
	expect(sandbox.log.count()).toBe(0);
});

it("says in terms of Client Type that a recipient's App credential lists nothing for a partner", async () => {
	const credentials = { flinksOutboundAppApi: appCredential(sandbox) };
	const lists = await offered(new FlinksRequestRegistrations(), credentials, {
		authentication: 'app',
	});
	for (const names of lists.values()) {
		expect(names).toEqual([
			expect.stringMatching(/Client Type .* is Data Recipient, but this needs .* a partner/),
		]);
	}
	expect(sandbox.log.count()).toBe(0);
});

it("says in terms of Client Type that a partner's App credential lists nothing for a recipient", async () => {
	const lists = await offered(new FlinksConnectCustomer(), {
		flinksOutboundAppApi: partnerApp(sandbox),
	});
	for (const names of lists.values()) {
		expect(names).toEqual([
			expect.stringMatching(/Client Type .* is Partner, but this needs .* a data recipient/),
		]);
	}
	expect(sandbox.log.count()).toBe(0);
});

it('says what went wrong where Flinks cannot be asked', async () => {
	const credentials = {
		flinksOutboundAppApi: partnerApp({ ...sandbox, url: 'http://127.0.0.1:9' }),
	};
	const lists = await offered(new FlinksRequestRegistrations(), credentials, {
		authentication: 'app',
	});
	for (const names of lists.values()) {
		expect(names).toEqual([expect.stringMatching(/refused the connection/)]);
		expect(names.join()).not.toContain('not prepared for');
	}
});
