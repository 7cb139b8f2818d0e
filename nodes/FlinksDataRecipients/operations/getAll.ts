import { listRecipients } from '../../../outbound/endpoints/recipients';
import type { Client } from '../../../outbound/http/client';
import { nameFinder } from '../../../outbound/recipients/find';
import { askOnce } from '../../shared/client/askOnce';
import { partner } from '../../shared/client/partner';
import { filters } from '../../shared/fields/collection';
import { simplify } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import { text } from '../../shared/fields/text';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { recipientRow } from '../recipientRow';

const all = askOnce(
	() => 'all',
	async (client: Client) => nameFinder(await listRecipients(client)),
);

const search = text({
	name: 'search',
	label: 'Search',
	placeholder: 'e.g. budget app',
	description:
		'Only data recipients whose name contains this text, or whose ID it is. Case and accents do not count.',
});

/** Its value is not `getAll`: n8n tells of such a node that it runs once for each item, and this one does not. */
export const getAll = operation({
	value: 'list',
	name: 'Get Many',
	action: 'Get many data recipients',
	description: 'The data recipients of the partner. Scopes and redirect URIs come with Get.',
	access: partner,
	fields: { limit: limit(false), filters: filters({ search }), simplify },
	async each(job, { client }) {
		const find = await all(client, undefined);
		const found = find(job.filters.search ?? '').slice(0, job.limit);
		return rowsFrom(job.simplify ? found.map(recipientRow) : found);
	},
});
