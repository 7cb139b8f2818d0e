import { getRecipient } from '../../../outbound/endpoints/recipients';
import { askOnce } from '../../shared/client/askOnce';
import { partner } from '../../shared/client/partner';
import { simplify } from '../../shared/fields/common';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { recipient } from '../fields';
import { recipientRow } from '../recipientRow';

const read = askOnce((id: string) => id, getRecipient);

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get a data recipient',
	description:
		'One data recipient with its scopes and redirect URIs. Flinks never shows its secret.',
	access: partner,
	fields: { id: recipient, simplify },
	async each(job, { client }) {
		const details = await read(client, job.id);
		return rowsFrom([job.simplify ? recipientRow(details) : details]);
	},
});
