import { registrationRow } from '../../../outbound/registrations/rows';
import { partner } from '../../shared/client/partner';
import { limit } from '../../shared/fields/limit';
import { operation } from '../../shared/node/operation';
import { listing } from '../fields';
import { listed } from '../listing';

export const getAll = operation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many registrations',
	description: 'One row for each registration with its status and the days it has been waiting',
	access: partner,
	fields: {
		recipients: listing.recipients,
		limit: limit(true),
		filters: listing.filters,
		options: listing.options,
	},
	atOnce: (job) => job.options.requestsAtOnce,
	run: async (asked, opened) =>
		await listed(asked, opened, (rows, nowMs, job) =>
			rows.slice(0, job.limit).map((row) => registrationRow(row, nowMs)),
		),
});
