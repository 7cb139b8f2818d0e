import { done } from '../../../outbound/outcome';
import { createOnce } from '../../../outbound/recipients/createOnce';
import { readNewRecipient } from '../../../outbound/recipients/newRecipient';
import { partner } from '../../shared/client/partner';
import { FAILED } from '../../shared/node/spending';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { redirectUris } from '../fields';
import { country, details, name, scopes } from '../recipientFields';
import { recipientRow } from '../recipientRow';

/** Flinks shows the secret with this answer only, so what was created comes out whatever else fails. */
export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Create a data recipient',
	description:
		'A new data recipient. Its client secret comes out this once: store it in a safe place.',
	access: partner,
	outputs: ['Recipient', FAILED],
	spends: 'secret',
	fields: {
		name,
		redirectUris: redirectUris('Redirect URIs', 'Where customers come back to after consent'),
		scopes,
		country,
		details,
	},
	admit({ details: { evenIfNameExists = false, ...more }, ...job }) {
		const body = readNewRecipient({ ...job, ...more, scopes: ['ACCOUNT_BASIC', ...job.scopes] });
		return body.kind === 'failed'
			? body
			: done({ body: body.value, options: { evenIfNameExists } });
	},
	async each({ body, options }, { client }) {
		const { outcome, recipient, clientSecret } = await createOnce(client, body, options);
		return rowsFrom([{ ...recipientRow(recipient), clientSecret, outcome }]);
	},
});
