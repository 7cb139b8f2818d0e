import { changeUris } from '../../../outbound/recipients/changeUris';
import { partner } from '../../shared/client/partner';
import { operation } from '../../shared/node/operation';
import { recipient, redirectUris } from '../fields';
import { urisChangedRows } from '../urisChanged';

export const removeRedirectUri = operation({
	value: 'removeRedirectUri',
	name: 'Remove Redirect URI',
	action: 'Remove a redirect URI of a data recipient',
	description: 'Take addresses away that customers came back to; all others stay',
	access: partner,
	spends: 'uris',
	fields: { id: recipient, uris: redirectUris('Redirect URIs', 'What to take away') },
	each: async ({ id, uris }, { client }) =>
		urisChangedRows(await changeUris(client, id, { remove: uris, add: [] })),
});
