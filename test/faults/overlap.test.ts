import { FlinksDataRecipients } from '../../nodes/FlinksDataRecipients/FlinksDataRecipients.node';
import { runNode, type WorkflowRun } from '../engine/harness';
import { endsOf } from './matrix/ends';
import { execute } from './matrix/ran';
import { registered } from './matrix/registrations';
import { scored } from './matrix/scored';
import { useStage } from './matrix/useStage';
import { startProxy, type Proxy } from './proxy';
import { completeConnection } from './scenarios/connectCustomer';
import { manyCustomers } from './scenarios/getAccounts';
import { requestRegistrations } from './scenarios/requestRegistrations';
import type { Scenario } from './scenarios/types';
import { credentialsAt, type Credentials } from './support/credentials';

const GROUP = 'overlapping runs';

const stage = useStage();
let proxy: Proxy;
let credentials: Credentials;
beforeEach(async () => {
	stage.sandbox.reset();
	proxy = await startProxy(stage.sandbox.url);
	credentials = credentialsAt(proxy.url, stage.sandbox);
});
afterEach(async () => await proxy.close());

/** The same job twice at the same time, in one n8n; the ends of both. */
async function twice(scenario: Scenario) {
	const job = await scenario.prepare({ sandbox: stage.sandbox, credentials, calm: proxy.calm });
	const once = async () => await execute(scenario.create(), job, 'continueRegularOutput');
	const runs = await Promise.all([once(), once()]);
	return { job, ends: runs.map((run) => endsOf(run, job.items.length).byItem) };
}

const tokens = () => proxy.calls.filter(({ label }) => label === 'token').length;

scored(
	'Flinks Get Accounts',
	GROUP,
	'lose no connection where each refresh token is good once',
	async () => {
		const { settings, store } = stage.sandbox;
		Object.assign(settings, { refreshRotation: true, refreshReuse: 'ends connection' });
		const { ends } = await twice(manyCustomers);
		Object.assign(settings, { refreshRotation: false, refreshReuse: 'refused' });
		const lost = ends.flat().filter(({ rows, errors }) => rows.length === 0 || errors.length > 0);
		expect(lost).toEqual([]);
		expect(tokens()).toBe(3);
		expect(store.connections.all().filter(({ revoked }) => revoked)).toEqual([]);
		return { lost: lost.length };
	},
);

scored('Flinks Request Registrations', GROUP, 'say only what Flinks holds', async () => {
	const [scenario] = requestRegistrations;
	if (!scenario) throw new Error('There is no scenario');
	const { ends } = await twice(scenario);
	const held = registered(stage.sandbox);
	const untrue = ends
		.flat()
		.flatMap(({ rows }) => rows)
		.filter(
			({ recipientId, providerId }) =>
				!held.has(`${String(recipientId)} with ${String(providerId)}`),
		);
	expect(untrue).toEqual([]);
	expect(ends.flat().filter(({ rows, errors }) => rows.length + errors.length !== 1)).toEqual([]);
	return { untruths: untrue.length };
});

scored('Flinks Connect Customer', GROUP, 'make one connection of one callback', async () => {
	const { ends, job } = await twice(completeConnection);
	const [first = [], second = []] = ends;
	const both = first.map((end, item) => [end, second[item] ?? { rows: [], errors: [] }]);
	const doubled = both.filter((own) => own.flatMap(({ rows }) => rows).length !== 1);
	expect(doubled).toEqual([]);
	const codes = proxy.calls.filter(({ body }) => body.includes('authorization_code'));
	// One of the three declined.
	expect(codes).toHaveLength(job.items.length - 1);
	return { duplicated: doubled.length };
});

scored('Flinks Data Recipients', GROUP, 'create a recipient once', async () => {
	const before = stage.sandbox.store.recipients.size;
	const create = async (): Promise<WorkflowRun> =>
		await runNode({
			node: new FlinksDataRecipients(),
			parameters: {
				operation: 'create',
				name: 'Cabane Sucre',
				redirectUris: 'https://n8n.maple.example/webhook/new',
				scopes: ['ACCOUNT_DETAILED'],
				country: 'CA',
			},
			credentials: credentials.partner(),
			onError: 'continueRegularOutput',
		});
	await Promise.all([create(), create()]);
	const made = stage.sandbox.store.recipients.size - before;
	expect(made).toBe(1);
	return { duplicated: made - 1 };
});
