import { after, test } from 'node:test';
import { anyPort } from '../../host/lib/ports.mjs';
import { startFront } from '../../host/lib/queue/front.mjs';
import { openServer } from './support/authorizationServer.mjs';
import { publish } from './support/publish.mjs';

/** A load balancer that looks at nothing. */
const inTurn = (_address, webhooks, turn) =>
	webhooks.map((_, index) => webhooks[(turn + index) % webhooks.length]);

/** What somebody who publishes the trigger is told of the way to it. */
export async function tests(setup) {
	const { queue, n8n, ledger } = setup;
	const blind = await startFront({
		port: await anyPort(),
		main: queue.mainUrl,
		webhooks: queue.webhookUrls,
		order: inTurn,
	});
	after(() => blind.stop());

	test('a trigger behind a load balancer that looks at nothing is not published, and says why', async () => {
		const server = await openServer({ ...setup, queue: { ...queue, url: blind.url } }, 'in-turn');
		after(() => server.provider.stop());
		const { status, errorMessage } = await publish(n8n, server.workflow);
		ledger.equal('its status', status, 'failed');
		ledger.equal('says what to do', /different n8n processes.+"state"/.test(errorMessage), true);
	});

	test('behind one that sends equal states to one process it is published', async () => {
		const server = await openServer(setup, 'by-state');
		after(() => server.provider.stop());
		const { status } = await publish(n8n, server.workflow);
		ledger.equal('its status', status, 'activated');
	});
}
