import path from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

import { FlinksOutboundAppApi } from '../../../credentials/FlinksOutboundAppApi.credentials';
import { FlinksOutboundPartnerOAuth2Api } from '../../../credentials/FlinksOutboundPartnerOAuth2Api.credentials';
import { FlinksOutboundRecipientOAuth2Api } from '../../../credentials/FlinksOutboundRecipientOAuth2Api.credentials';
import manifest from '../../../package.json';

const app = new FlinksOutboundAppApi();
const partner = new FlinksOutboundPartnerOAuth2Api();
const recipient = new FlinksOutboundRecipientOAuth2Api();

function nodesOfPackage(): INodeType[] {
	return manifest.n8n.nodes.map((file) => {
		const source = file.replace(/^dist\//, '').replace(/\.js$/, '');
		const loaded = require(path.resolve(__dirname, '../../..', source)) as Record<
			string,
			new () => INodeType
		>;
		const [Node] = Object.values(loaded);
		if (Node === undefined) throw new Error(`No node in ${file}`);
		return new Node();
	});
}

const usersOf = (credential: ICredentialType) =>
	nodesOfPackage()
		.filter(({ description }) =>
			description.credentials?.some(({ name }) => name === credential.name),
		)
		.map(({ description }) => description.name);

const expressionsOf = ({ properties }: ICredentialType) =>
	properties.filter((field) => String(field.default).startsWith('=')).map(({ name }) => name);

const all: readonly ICredentialType[] = [app, partner, recipient];

describe.each(all)('$displayName', (credential) => {
	it('names the nodes that use it, and no other', () => {
		const listed = credential.supportedNodes ?? [];
		expect([...listed].sort()).toEqual(usersOf(credential).sort());
	});

	it('cannot be used by an HTTP Request node', () => {
		const domains = credential.properties.find(({ name }) => name === 'allowedHttpRequestDomains');
		const isClosed = domains?.type === 'hidden' && domains.default === 'none';
		expect(credential.restrictToSupportedNodes === true || isClosed).toBe(true);
		// Without these two n8n has nothing to sign such a request with.
		expect(isClosed || (credential.extends ?? credential.authenticate) === undefined).toBe(true);
	});

	it('has a default for every choice that is one of its options', () => {
		for (const field of credential.properties) {
			if (field.type !== 'options') continue;
			const values = field.options?.map((option) => ('value' in option ? option.value : ''));
			expect(values).toContain(field.default);
		}
	});

	it('has no field under a name that the editor of n8n uses itself', () => {
		const names = credential.properties.map(({ name }) => name);
		expect(names).not.toContain('scopes');
		expect(names).not.toContain('homeProject');
		expect(names).not.toContain('sharedWithProjects');
	});
});

describe('expressions', () => {
	// n8n evaluates each of them for every request.
	it('are as few as an address that can refuse allows', () => {
		expect(expressionsOf(app)).toEqual([]);
		expect(expressionsOf(partner)).toEqual(['accessTokenUrl']);
		expect(expressionsOf(recipient)).toEqual(['authUrl', 'accessTokenUrl']);
	});
});

describe('help', () => {
	it.each(['redirectUri', 'connectionKey'])('for %s is seen without hovering', (name) => {
		const field = app.properties.find((candidate) => candidate.name === name);
		expect(String(field?.hint).length).toBeGreaterThan(40);
	});

	it('says where a provider ID is found and what a wrong one does', () => {
		const field = recipient.properties.find(({ name }) => name === 'providerId');
		expect(field?.hint).toMatch(/Flinks Data Providers.+ACTIVE.+error/);
	});

	it('tells the three apart by what they are for', () => {
		expect([partner, recipient, app].map(({ displayName }) => displayName)).toEqual([
			'Flinks Outbound Partner (Registrations) OAuth2 API',
			'Flinks Outbound Recipient (One Customer) OAuth2 API',
			'Flinks Outbound App (Many Customers) API',
		]);
	});
});

describe('every node that says it tests the App credential', () => {
	it('can', () => {
		const testers = nodesOfPackage().filter(({ description }) =>
			description.credentials?.some(({ testedBy }) => testedBy !== undefined),
		);
		expect(testers.length).toBeGreaterThan(0);
		for (const { methods } of testers) {
			expect(methods?.credentialTest?.testAppCredential).toBeDefined();
		}
	});
});
