'use strict';
const path = require('node:path');

// The package lies beside this one, where n8n installs both.
const packages = path.resolve(__dirname, '..', '..');
const ours = path.join(
	packages,
	'n8n-nodes-flinks-outbound/dist/credentials/FlinksOutboundRecipientOAuth2Api.credentials.js',
);
const { FlinksOutboundRecipientOAuth2Api } = require(ours);

/** Our recipient's credential in every field, for the bare loop: n8n lets no node of others use ours. */
exports.BenchRecipientOAuth2Api = class BenchRecipientOAuth2Api {
	name = 'benchRecipientOAuth2Api';

	displayName = 'Bench Recipient OAuth2 API';

	extends = ['oAuth2Api'];

	properties = new FlinksOutboundRecipientOAuth2Api().properties;
};
