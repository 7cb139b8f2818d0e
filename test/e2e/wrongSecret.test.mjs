import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { useDemo } from './support/demo.mjs';

const { n8n, filledIn, credentials } = await useDemo();
const saved = (role) => ({ id: credentials[role], ...filledIn[role] });
const changed = (role, data) => ({ ...saved(role), data: { ...filledIn[role].data, ...data } });

test('a partner credential with the right secret tests well', async () => {
	const { status, message } = await n8n.testCredential(saved('partner'));
	assert.equal(status, 'OK', message);
});

test('a wrong secret is told at once, in readable words', async () => {
	const { status, message } = await n8n.testCredential(
		changed('partner', { clientSecret: 'a-wrong-secret' }),
	);
	assert.equal(status, 'Error');
	assert.match(message, /client authentication failed/i);
	assert.doesNotMatch(message, /a-wrong-secret/);
});

test('an http address that is not this machine is refused before the secret is sent', async () => {
	const far = { apiBaseUrl: 'http://flinks.example', authorizationBaseUrl: '' };
	const { status, message } = await n8n.testCredential(changed('partner', far));
	assert.equal(status, 'Error');
	assert.match(message, /must.start.with.https/i);
});

test('an app credential is tested by a node, which says what Flinks took', async () => {
	const { status, message } = await n8n.testCredential(
		changed('app', { requestFormat: 'automatic' }),
	);
	assert.equal(status, 'OK', message);
	assert.match(message, /accepts the client ID and secret, asked with 'JSON Body'/);
});

test('an app credential with a short key and no redirect URI fails its test', async () => {
	const { status, message } = await n8n.testCredential(
		changed('app', { connectionKey: 'abcde', redirectUri: '' }),
	);
	assert.equal(status, 'Error');
	assert.match(message, /'Redirect URI' cannot be used: it is empty/);
	assert.match(message, /connection key is not one that a generator makes/);
});

/** A server that sends every request on to another one. @returns how often each was asked */
async function redirected(work) {
	const asked = { here: 0, there: [] };
	const there = createServer((request, response) => {
		let body = '';
		request.on('data', (part) => (body += part));
		request.on('end', () => {
			asked.there.push(`${request.headers.authorization} ${body}`);
			response.end('{}');
		});
	});
	await new Promise((resolve) => there.listen(0, '127.0.0.1', resolve));
	const location = `http://localhost:${there.address().port}/`;
	const here = createServer((_, response) => {
		asked.here += 1;
		response.writeHead(307, { location }).end();
	});
	await new Promise((resolve) => here.listen(0, '127.0.0.1', resolve));
	try {
		await work(`http://127.0.0.1:${here.address().port}`);
		return asked;
	} finally {
		here.close();
		there.close();
	}
}

test('the test of an app credential follows no redirect', async () => {
	const asked = await redirected(async (apiBaseUrl) => {
		const { status, message } = await n8n.testCredential(
			changed('app', { apiBaseUrl, authorizationBaseUrl: '' }),
		);
		assert.equal(status, 'Error');
		assert.doesNotMatch(message, /^Flinks accepts/);
	});
	assert.equal(asked.here, 1);
	assert.deepEqual(asked.there, []);
});

test('the test of a partner credential sends its token nowhere else', async () => {
	const asked = await redirected(async (apiBaseUrl) => {
		const { status, message } = await n8n.testCredential(changed('partner', { apiBaseUrl }));
		assert.equal(status, 'Error');
		assert.match(message, /was not followed/);
	});
	assert.equal(asked.here, 1);
	assert.deepEqual(asked.there, []);
});
