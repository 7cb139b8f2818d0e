import { providerRow, statusRow } from '../../../outbound/providers/providerRow';
import { branch } from '../../shared/fields/branch';
import { filters, options } from '../../shared/fields/collection';
import { countries, simplify } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import { notice } from '../../shared/fields/notice';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { activeProviders, providersWithStatus } from '../activeLists';
import { asRecipient } from '../asRecipient';
import { byName, search, shownProviders } from '../search';
import { enabledBy, isEnabledForClient, statuses } from '../statusFilters';

const detail = branch({
	name: 'detail',
	label: 'Detail',
	description: 'How much to fetch of each provider',
	options: [
		{
			name: 'Basic',
			value: 'basic',
			description: 'Only providers that are active, with name, country and scopes',
		},
		{
			name: 'Detailed',
			value: 'detailed',
			description: 'Every provider with its status for the recipient and its account types',
		},
	],
	default: 'detailed',
	cases: {
		basic: filters({ countries, search }),
		detailed: filters({ countries, isEnabledForClient, search, statuses }),
	},
});

export const getAllActive = operation({
	value: 'getAllActive',
	name: 'Get Many Active for a Recipient',
	action: 'Get many active providers of a recipient',
	description: 'Where customers of the recipient in the credential can connect',
	access: asRecipient,
	fields: {
		notice: notice(
			'recipientNotice',
			'Needs a Flinks Outbound App credential whose Client Type is Data Recipient.',
		),
		limit: limit(false),
		detail,
		simplify,
		options: options({ sortBy: byName }),
	},
	async each(job, { client }) {
		const { countries: wanted = [], search: text = '' } = job.detail.value;
		if (job.detail.of === 'basic') {
			const find = await activeProviders(client, wanted);
			const found = find({ search: text, countries: wanted, statuses: [] });
			return rowsFrom(shownProviders(found, providerRow, job));
		}
		const { statuses: inStatus = [], isEnabledForClient: enabled } = job.detail.value;
		const asked = { countries: wanted, enabled: enabled ?? enabledBy(inStatus) };
		const find = await providersWithStatus(client, asked);
		const found = find({ search: text, countries: wanted, statuses: inStatus });
		return rowsFrom(shownProviders(found, statusRow, job));
	},
});
