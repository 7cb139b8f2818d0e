import type { IDataObject } from 'n8n-workflow';

import { FlinksConnectCustomer } from '../../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { DEMO, type Sandbox } from '../../../sandbox';
import { pressTest } from '../acts/credentialTest';
import type { End } from '../matrix/ends';
import type { Credentials } from '../support/credentials';
import type { Scenario } from './types';

type Given = (credentials: Credentials) => ReturnType<Credentials['partner']>;

const test = (
	name: string,
	clientId: string,
	given: Given,
	more: Partial<Scenario> = {},
): Scenario => ({
	node: 'Tests of credentials',
	name,
	create: () => new FlinksConnectCustomer(),
	act: pressTest,
	modes: ['continueRegularOutput'],
	expects: () => 'told',
	...more,
	prepare: ({ credentials, sandbox }) => ({
		parameters: {},
		credentials: given(credentials),
		items: [{}],
		untruths: (ends, lies) => greenUntruths(sandbox, clientId, ends, lies),
	}),
});

const NOT_ACCEPTED =
	/(?:ID or (?:the )?(?:client )?secret|client secret) (?:was|is|were) (?:not accepted|wrong)/i;
const ACCEPTED = /accepts the client ID and secret/;

/** Green, or "accepts the secret", needs a token that Flinks gave; the secret is right, whatever anybody says. */
function greenUntruths(
	sandbox: Sandbox,
	clientId: string,
	ends: readonly End[],
	lies: boolean,
): string[] {
	const gave = sandbox.store.tokens.all().some((token) => token.clientId === clientId);
	const said = ends.flatMap(({ rows, errors }) => [...rows, ...errors]);
	const green = said.filter(
		({ status, message }) => status === 'OK' || ACCEPTED.test(String(message)),
	);
	// Where Flinks itself says invalid_client, the message quotes it: that is what was said.
	const blamed = lies
		? []
		: said.filter((one) => NOT_ACCEPTED.test(words(one)) && !/invalid_client/.test(words(one)));
	return [
		...(gave ? [] : green).map((one) => `Flinks gave no token: ${words(one)}`),
		...blamed.map((one) => `the ID and secret are right: ${words(one)}`),
	];
}

const words = ({ message }: IDataObject) => String(message);

export const credentialTests: readonly Scenario[] = [
	test('App, recipient', DEMO.recipientId, (all) => all.app('recipient'), {
		ownTokens: true,
		main: true,
	}),
	test('App, partner', DEMO.partnerId, (all) => all.app('partner'), { ownTokens: true }),
	test('Partner', DEMO.partnerId, (all) => all.partner(), {
		skips: ({ label }) => label === 'token',
	}),
];
