import { providerRow, statusRow } from '../../../outbound/providers/providerRow';
import { branch } from '../../shared/fields/branch';
import { filters, options } from '../../shared/fields/collection';
import { countries, simplify } from '../../shared/fields/common';
import { group } from '../../shared/fields/group';
import { limit } from '../../shared/fields/limit';
import { notice } from '../../shared/fields/notice';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { activeProviders, providersWithStatus } from '../activeLists';
import { asRecipient } from '../asRecipient';
import { byName, search, shownProviders } from '../search';
import { enabledBy, statuses } from '../statuses';

const detail = branch({
	name: 'detail',
	label: 'Detail',
	description: 'How much to fetch of each provider',
	options: [
		{
			name: 'Basic',
			value: 'basic',
			description: 'The active providers, with name, country and scopes',
		},
		{
			name: 'Detailed',
			value: 'detailed',
			description: 'Also the status for the recipient, the connector and the account types',
		},
	],
	default: 'detailed',
	cases: {
		basic: filters({ countries, search }),
		detailed: group({ statuses, filters: filters({ countries, search }) }),
	},
});

export const getAllForRecipient = operation({
	value: 'getAllForRecipient',
	name: 'Get Many for a Recipient',
	action: 'Get many providers for a recipient',
	description:
		'Where customers of the recipient in the credential can connect; other statuses too if you choose them',
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
		if (job.detail.of === 'basic') {
			const { countries: wanted = [], search: text = '' } = job.detail.value;
			const find = await activeProviders(client, wanted);
			const found = find({ search: text, countries: wanted, statuses: [] });
			return rowsFrom(shownProviders(found, providerRow, job));
		}
		const { statuses: inStatus, filters: given } = job.detail.value;
		const { countries: wanted = [], search: text = '' } = given;
		const asked = { countries: wanted, enabled: enabledBy(inStatus) };
		const find = await providersWithStatus(client, asked);
		const found = find({ search: text, countries: wanted, statuses: inStatus });
		return rowsFrom(shownProviders(found, statusRow, job));
	},
});
