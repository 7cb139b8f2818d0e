import type { Registration } from '../../../outbound/model/types';
import type { RegistrationRow } from '../../../outbound/registrations/registrationRow';
import { registrationRow } from '../../../outbound/registrations/registrationRow';
import { partner } from '../../shared/client/partner';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import { limit } from '../../shared/fields/limit';
import type { Order } from '../../shared/fields/sortBy';
import { sortBy, sorted } from '../../shared/fields/sortBy';
import { operation } from '../../shared/node/operation';
import { listing } from '../fields';
import { listed } from '../listing';

const order = sortBy<RegistrationRow>([
	{ name: 'Days Waiting, Longest First', by: 'daysWaiting', descending: true },
	{ name: 'Provider Name', by: 'providerName', descending: false },
	{ name: 'Recipient Name', by: 'recipientName', descending: false },
	{ name: 'Requested On, Newest First', by: 'requestedOn', descending: true },
	{ name: 'Status', by: 'status', descending: false },
]);

/** Its value is not `getAll`: n8n tells of such a node that it runs once for each item, and this one does not. */
export const getAll = operation({
	value: 'list',
	name: 'Get Many',
	action: 'Get many registrations',
	description: 'One row for each registration with its status and the days it has been waiting',
	access: partner,
	fields: {
		recipients: listing.recipients,
		limit: limit(true),
		filters: listing.filters,
		options: options({ requestsAtOnce, sortBy: order }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	async run(asked, opened) {
		const rowOf = rememberedRow();
		return await listed(asked, opened, (rows, nowMs, job) =>
			shown(rows, (one) => rowOf(one, nowMs), job.options.sortBy, job.limit),
		);
	},
});

/** Many items may ask for the same recipient: the row of a registration is made once. */
function rememberedRow(): typeof registrationRow {
	const rows = new Map<Registration, RegistrationRow>();
	return (registration, nowMs) => {
		const known = rows.get(registration);
		if (known) return known;
		const row = registrationRow(registration, nowMs);
		rows.set(registration, row);
		return row;
	};
}

/** Only rows that come out are made, unless all are needed to sort them. */
function shown(
	registrations: readonly Registration[],
	rowOf: (registration: Registration) => RegistrationRow,
	by: Order<RegistrationRow> | undefined,
	most: number | undefined,
): readonly RegistrationRow[] {
	const needed = by ? registrations : registrations.slice(0, most);
	const rows = needed.map(rowOf);
	return sorted(rows, by).slice(0, most);
}
