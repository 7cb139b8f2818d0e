import { replaceUris } from '../../../outbound/recipients/changeUris';
import { partner } from '../../shared/client/partner';
import { notice } from '../../shared/fields/notice';
import { operation } from '../../shared/node/operation';
import { recipient, redirectUris } from '../fields';
import { urisChangedRows } from '../urisChanged';

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update a data recipient',
	description: 'Replace the whole list of redirect URIs; Flinks lets nothing else be changed',
	access: partner,
	spends: 'uris',
	fields: {
		notice: notice(
			'updateNotice',
			'This replaces the whole list: what you leave out stops working. To change one address use Add Redirect URI or Remove Redirect URI.',
		),
		id: recipient,
		uris: redirectUris('Redirect URIs', 'All addresses that customers may come back to'),
	},
	each: async ({ id, uris }, { client }) => urisChangedRows(await replaceUris(client, id, uris)),
});
