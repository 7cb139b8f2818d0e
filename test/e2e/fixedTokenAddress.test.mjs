import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import axios from 'axios';
import { useDemo } from './support/demo.mjs';
import { mortalN8n } from './support/mortalN8n.mjs';

const { filledIn, ...demo } = await useDemo();
const mortal = await mortalN8n(demo);
const { n8n, sandbox } = mortal;

/** Which grants came to the address that n8n was told, from where they go on to the sandbox. */
const grants = [];
const tokenAddress = createServer(async (request, response) => {
	const body = await text(request);
	grants.push(new URLSearchParams(body).get('grant_type'));
	const { status, data } = await axios.post(sandbox.url + request.url, body, {
		headers: { 'content-type': request.headers['content-type'] },
		proxy: false,
		validateStatus: () => true,
	});
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
});

let workflowId;

before(async () => {
	await new Promise((resolve) => tokenAddress.listen(0, '127.0.0.1', resolve));
	const accessTokenUrl = `http://127.0.0.1:${tokenAddress.address().port}/api/v1/token`;
	const { type, name } = filledIn.recipient;
	await mortal.start({
		CREDENTIALS_OVERWRITE_DATA: JSON.stringify({ [type]: { accessTokenUrl } }),
	});
	const { recipient: id } = await mortal.credentials();
	const workflow = await n8n.createWorkflow({
		name: 'Accounts',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'accounts',
				name: 'Accounts',
				type: 'n8n-nodes-flinks-outbound.flinksGetAccounts',
				typeVersion: 1,
				position: [200, 0],
				parameters: {},
				credentials: { [type]: { id, name } },
			},
		],
		connections: { Start: { main: [[{ node: 'Accounts', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	workflowId = workflow.id;
});

after(async () => {
	await mortal.end();
	tokenAddress.close();
});

test('a token address that the operator of n8n fixes for all credentials is used to connect and to renew', async () => {
	assert.deepEqual(grants, ['authorization_code']);
	assert.equal((await n8n.run(workflowId, 'Start')).status, 'success');
	await sandbox.letTokensExpire();
	assert.equal((await n8n.run(workflowId, 'Start')).status, 'success');
	assert.deepEqual(grants, ['authorization_code', 'refresh_token']);
});
