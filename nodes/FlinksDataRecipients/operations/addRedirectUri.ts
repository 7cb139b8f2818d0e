import { changeUris } from '../../../outbound/recipients/changeUris';
import { partner } from '../../shared/client/partner';
import { operation } from '../../shared/node/operation';
import { recipient, redirectUris } from '../fields';
import { urisChangedRows } from '../urisChanged';

export const addRedirectUri = operation({
	value: 'addRedirectUri',
	name: 'Add Redirect URI',
	action: 'Add a redirect URI to a data recipient',
	description: 'Add addresses that customers may come back to; all others stay',
	access: partner,
	spends: 'uris',
	fields: { id: recipient, uris: redirectUris('Redirect URIs', 'What to add') },
	each: async ({ id, uris }, { client }) =>
		urisChangedRows(await changeUris(client, id, { add: uris, remove: [] })),
});
