import { auditSummary } from '../../../outbound/registrations/audit';
import { partner } from '../../shared/client/partner';
import { operation } from '../../shared/node/operation';
import { listing } from '../fields';
import { listed } from '../listing';

export const audit = operation({
	value: 'audit',
	name: 'Audit',
	action: 'Audit registrations',
	description: 'One summary: how many in each status, what waits longest and how long',
	access: partner,
	fields: listing,
	atOnce: (job) => job.options.requestsAtOnce,
	run: async (asked, opened) =>
		await listed(asked, opened, (rows, nowMs) => [auditSummary(rows, nowMs)]),
});
