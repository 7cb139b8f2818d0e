import { recipientSummaries } from '../../../outbound/registrations/audit';
import { partner } from '../../shared/client/partner';
import { operation } from '../../shared/node/operation';
import { listing } from '../fields';
import { listed } from '../listing';

export const summarize = operation({
	value: 'summarize',
	name: 'Summarize by Recipient',
	action: 'Summarize registrations by recipient',
	description: 'One summary for each recipient',
	access: partner,
	fields: listing,
	atOnce: (job) => job.options.requestsAtOnce,
	run: async (asked, opened) => await listed(asked, opened, recipientSummaries),
});
