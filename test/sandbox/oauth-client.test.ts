import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { DEMO, startSandbox, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

it.each(['post', 'basic'])('serves openid-client, secret sent by %s', async (method) => {
	sandbox.settings.tokenFormats = {
		json: false,
		form: method === 'post',
		basic: method === 'basic',
	};
	const credentials = {
		method,
		partner: { id: DEMO.partnerId, secret: DEMO.partnerSecret },
		recipient: { id: DEMO.recipientId, secret: DEMO.recipientSecret },
	};
	const script = path.join(__dirname, 'openid-client.mjs');
	const args = [script, sandbox.url, JSON.stringify(credentials)];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	expect(JSON.parse(stdout)).toEqual({
		admin: 'bearer',
		scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED',
		expiresIn: 299,
		accounts: 4,
		refusal: 'invalid_grant',
	});
});
