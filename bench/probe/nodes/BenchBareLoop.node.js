'use strict';

const BOUND = 20;
/** Ours field by field, and one without expressions. */
const CREDENTIALS = ['benchRecipientOAuth2Api', 'benchPlainOAuth2Api'];

/**
 * The least a node can do: n8n's request helper, twenty at a time, along the pages of each item. An item
 * that brings a bearer is sent with it; else n8n signs, as it does for every OAuth2 credential. One that
 * brings a URL is about that.
 */
exports.BenchBareLoop = class BenchBareLoop {
	description = {
		displayName: 'Bench Bare Loop',
		name: 'benchBareLoop',
		group: ['transform'],
		version: 1,
		description: 'Reads accounts with nothing around the requests',
		defaults: { name: 'Bench Bare Loop' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: CREDENTIALS.map((name) => ({ name, required: false })),
		properties: [{ displayName: 'URL', name: 'url', type: 'string', default: '' }],
	};

	async execute() {
		const items = this.getInputData();
		const usualUrl = this.getNodeParameter('url', 0);
		const { credentials = {} } = this.getNode();
		const [credential] = Object.keys(credentials);
		const { httpRequest, httpRequestWithAuthentication } = this.helpers;
		const get = async (url, qs, bearer) =>
			bearer
				? await httpRequest({ url, qs, headers: { Authorization: `Bearer ${bearer}` } })
				: await httpRequestWithAuthentication.call(this, credential, { url, qs });

		const results = [];
		const readItem = async (index) => {
			const { bearer, query = {}, url = usualUrl } = items[index].json;
			const rows = [];
			let offset;
			do {
				const body = await get(url, offset ? { ...query, offset } : query, bearer);
				const list = body.accounts ?? body.transactions;
				for (const json of list) rows.push({ json, pairedItem: { item: index } });
				offset = body.page.nextOffset;
			} while (offset);
			results[index] = rows;
		};

		let next = 0;
		const work = async () => {
			for (let index = next++; index < items.length; index = next++) await readItem(index);
		};
		await Promise.all(Array.from({ length: BOUND }, work));
		return [results.flat()];
	}
};
