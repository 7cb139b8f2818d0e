import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { anyPort } from '../../host/lib/ports.mjs';
import { startFront } from '../../host/lib/queue/front.mjs';
import { openServer } from './support/authorizationServer.mjs';
import { hasNginx, startNginx } from './support/nginx.mjs';
import { publish } from './support/publish.mjs';

/** A load balancer that looks at nothing. */
const inTurn = (_address, webhooks, turn) =>
	webhooks.map((_, index) => webhooks[(turn + index) % webhooks.length]);

/** The processes that answer to many different states. */
async function whoAnswers(address) {
	const asked = Array.from({ length: 40 }, async (_, index) => {
		const answer = await fetch(`${address}?flinksProcess=1&state=${index}`);
		return await answer.text();
	});
	return new Set(await Promise.all(asked));
}

/** What somebody who publishes the trigger is told of the way to it. */
export async function tests(setup) {
	const { queue, n8n, ledger, stateDir } = setup;
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

	test('behind nginx with the file of docs/queue it is published', async (context) => {
		if (!hasNginx) return context.skip('nginx is not installed');
		const url = await startNginx(queue, stateDir);
		const server = await openServer({ ...setup, queue: { ...queue, url } }, 'nginx');
		after(() => server.provider.stop());
		const { status } = await publish(n8n, server.workflow);
		ledger.equal('nginx: its status', status, 'activated');
		const seen = await whoAnswers(server.redirectUri);
		ledger.equal('nginx: processes that answer to other states', seen.size, 2);
	});

	test('nginx with that file writes no code down where a webhook process is away', async (context) => {
		if (!hasNginx) return context.skip('nginx is not installed');
		const away = `http://127.0.0.1:${await anyPort()}`;
		const folder = path.join(stateDir, 'away');
		const url = await startNginx({ mainUrl: queue.mainUrl, webhookUrls: [away, away] }, folder);
		const { status } = await fetch(`${url}/webhook/any?code=code-of-a-customer&state=one`);
		ledger.equal('nginx: the answer while nobody is there', status, 502);
		const logs = ['logs/nginx.log', 'nginx/logs/error.log'].map((file) =>
			readFileSync(path.join(folder, file), 'utf8'),
		);
		ledger.equal('nginx: codes in its logs', logs.join('').includes('code-of-a-customer'), false);
	});

	test('behind one that sends equal states to one process it is published', async () => {
		const server = await openServer(setup, 'by-state');
		after(() => server.provider.stop());
		const { status } = await publish(n8n, server.workflow);
		ledger.equal('its status', status, 'activated');
	});
}
