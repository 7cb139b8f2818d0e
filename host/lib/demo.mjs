import path from 'node:path';
import { connect } from './consent.mjs';
import { saveCredentials } from './credentials.mjs';
import { connectCustomer, createLinks, RETURN_PATH } from './customers.mjs';
import { readRecord, writeRecord } from './demoRecord.mjs';
import { N8nApi } from './n8nApi.mjs';
import { startN8n } from './n8nServer.mjs';
import { installPackage } from './packageInstall.mjs';
import { step } from './progress.mjs';
import { startSandbox } from './sandbox.mjs';
import { importTemplates } from './workflows.mjs';

const WEBHOOK = 'webhook-account-fetch.json';

/**
 * A real n8n with the packed nodes, beside a running sandbox: owner, credentials (the recipient's
 * connected through the consent page), the workflow templates, and customers: the first has connected
 * by their link, the links of the others wait to be opened.
 * @param {object} order
 * @param {(where: object) => Promise<{url: string}>} [order.serve] starts n8n; without it, one alone
 */
export async function openDemo({ node, tarball, stateDir, port, sandboxPort, serve = startN8n }) {
	const userFolder = path.join(stateDir, 'n8n');
	const record = readRecord(stateDir);
	const [sandbox, server] = await step('Start the sandbox and n8n', async () => {
		await installPackage(tarball, userFolder, stateDir);
		return await Promise.all([
			startSandbox({ port: sandboxPort, stateDir }),
			serve({ node, userFolder, port, stateDir }),
		]);
	});
	const n8n = new N8nApi(server.url);
	await step('Log in, set up the credentials and the workflows', async (note) => {
		await n8n.enter(record.login);
		record.credentials = await saveCredentials(n8n, sandbox.url, record.credentials, {
			redirectUri: server.url + RETURN_PATH,
			connectionKey: record.connectionKey,
		});
		note('giving consent');
		await connect(n8n, record.credentials.recipient);
		note('importing the workflows');
		record.workflows = await importTemplates(n8n, record.workflows);
		writeRecord(stateDir, record);
	});
	const links = await step('Make a link for each customer, and connect the first', async () => {
		const [first, ...others] = await createLinks(n8n, record.workflows[WEBHOOK].id);
		await connectCustomer(first);
		return others;
	});
	return { n8n, sandbox, server, links, ...record };
}
