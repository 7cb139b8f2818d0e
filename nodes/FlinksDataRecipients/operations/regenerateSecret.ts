import { regenerateSecret as regenerate } from '../../../outbound/endpoints/recipients';
import { FlinksFailure } from '../../../outbound/failure';
import { askOnce } from '../../shared/client/askOnce';
import { partner } from '../../shared/client/partner';
import { notice } from '../../shared/fields/notice';
import { FAILED } from '../../shared/node/spending';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { recipient } from '../fields';

/** A second request in the same run would make the secret of the first worthless. */
const once = askOnce((id: string) => id, regenerate);

/** The old secret may stop at once, so a new one comes out whatever becomes of other items. */
export const regenerateSecret = operation({
	value: 'regenerateSecret',
	name: 'Regenerate Secret',
	action: 'Regenerate the secret of a data recipient',
	description:
		'A new client secret, one for each recipient of a run. It comes out this once: store it in a safe place.',
	access: partner,
	outputs: ['Secret', FAILED],
	spends: 'secret',
	fields: {
		notice: notice(
			'secretNotice',
			'Flinks does not say whether the old secret goes on working. Be ready to enter the new one wherever the old one is used.',
		),
		id: recipient,
	},
	async each({ id }, { client }) {
		const { client_id, client_secret } = await once(client, id);
		if (client_secret) return rowsFrom([{ recipientId: client_id, clientSecret: client_secret }]);
		throw new FlinksFailure({
			kind: 'unexpected-answer',
			title: `Flinks accepted a new secret for recipient ${id} and sent none that can be read`,
			remedy: 'The old secret may not work any more. Run it again to get another one.',
			ambiguous: true,
		});
	},
});
