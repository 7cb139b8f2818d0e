import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useDemo } from './support/demo.mjs';

const { n8n, filledIn, credentials } = await useDemo();
const partner = { id: credentials.partner, ...filledIn.partner };

test('a partner credential with the right secret tests well', async () => {
	const { status, message } = await n8n.testCredential(partner);
	assert.equal(status, 'OK', message);
});

test('a wrong secret is told at once, in readable words', async () => {
	const wrong = { ...partner, data: { ...partner.data, clientSecret: 'a-wrong-secret' } };
	const { status, message } = await n8n.testCredential(wrong);
	assert.equal(status, 'Error');
	assert.match(message, /client authentication failed/i);
	assert.doesNotMatch(message, /a-wrong-secret/);
});

test('an http address that is not this machine is refused before the secret is sent', async () => {
	const far = { ...partner.data, apiBaseUrl: 'http://flinks.example', authorizationBaseUrl: '' };
	const { status, message } = await n8n.testCredential({ ...partner, data: far });
	assert.equal(status, 'Error');
	assert.match(message, /must.start.with.https/i);
});
