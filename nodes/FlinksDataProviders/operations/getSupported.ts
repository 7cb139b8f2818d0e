import { getProvider } from '../../../outbound/endpoints/providers';
import { detailsRow } from '../../../outbound/providers/providerRow';
import { askOnce } from '../../shared/client/askOnce';
import { partner } from '../../shared/client/partner';
import { providerList } from '../../shared/editor/lists';
import { simplify } from '../../shared/fields/common';
import { oneId } from '../../shared/pickers/oneId';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';

const provider = askOnce((id: string) => id, getProvider);

export const getSupported = operation({
	value: 'getSupported',
	name: 'Get Supported',
	action: 'Get a supported provider',
	description: 'One bank with its scopes and the fields it delivers',
	access: partner,
	fields: {
		id: oneId({
			name: 'provider',
			of: 'provider',
			list: providerList,
			description: 'The provider to read',
		}),
		simplify,
	},
	async each(job, { client }) {
		const details = await provider(client, job.id);
		return rowsFrom([job.simplify ? detailsRow(details) : details]);
	},
});
