import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import axios from 'axios';
import { connect } from '../../host/lib/consent.mjs';
import { runWorkflow } from '../../host/lib/workflows.mjs';
import { useDemo } from './support/demo.mjs';
import { ownN8n } from './support/ownN8n.mjs';

const { filledIn } = await useDemo();
const own = await ownN8n();
const { sandbox, credentials, workflows } = own;

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

before(async () => {
	await new Promise((resolve) => tokenAddress.listen(0, '127.0.0.1', resolve));
	const accessTokenUrl = `http://127.0.0.1:${tokenAddress.address().port}/api/v1/token`;
	await own.stop();
	await own.startAgain({
		CREDENTIALS_OVERWRITE_DATA: JSON.stringify({ [filledIn.recipient.type]: { accessTokenUrl } }),
	});
});

after(async () => {
	await own.close();
	tokenAddress.close();
});

const accounts = async () => await runWorkflow(own.n8n, workflows['account-fetch.json'].id);

test('a token address that the operator of n8n fixes for all credentials is used to connect and to renew', async () => {
	await connect(own.n8n, credentials.recipient);
	assert.deepEqual(grants, ['authorization_code']);
	assert.equal((await accounts()).status, 'success');
	await sandbox.letTokensExpire();
	assert.equal((await accounts()).status, 'success');
	assert.deepEqual(grants, ['authorization_code', 'refresh_token']);
});
