'use strict';

const BOUND = 10;
const CREDENTIAL = 'flinksOutboundRecipientOAuth2Api';

/** The least a node can do: n8n's request helper, ten at a time. Asks for one account for each item. */
exports.BenchBareLoop = class BenchBareLoop {
	description = {
		displayName: 'Bench Bare Loop',
		name: 'benchBareLoop',
		group: ['transform'],
		version: 1,
		description: 'Reads accounts with nothing around the request',
		defaults: { name: 'Bench Bare Loop' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: CREDENTIAL, required: true }],
		properties: [],
	};

	async execute() {
		const items = this.getInputData();
		const { apiBaseUrl } = await this.getCredentials(CREDENTIAL);
		const output = [];
		let next = 0;
		const work = async () => {
			for (let index = next++; index < items.length; index = next++) {
				const json = await this.helpers.httpRequestWithAuthentication.call(this, CREDENTIAL, {
					url: `${apiBaseUrl}/api/fdx/5/accounts`,
					qs: { accountIds: items[index].json.accountId, resultType: 'details' },
					headers: { Accept: 'application/json' },
				});
				output[index] = { json, pairedItem: { item: index } };
			}
		};
		await Promise.all(Array.from({ length: BOUND }, work));
		return [output];
	}
};
