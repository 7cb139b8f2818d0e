import type { Failure } from '../../outbound/failure';
import { failed } from '../../outbound/outcome';
import type { Access } from '../shared/client/access';
import { partner } from '../shared/client/partner';
import type { RecipientApp } from '../shared/client/recipientApp';
import { recipientApp } from '../shared/client/recipientApp';

/**
 * As a data recipient, in a node that partners use too. The field Authentication is there for every
 * operation: n8n's editor offers no credential that no choice of it stands for, and hides whatever
 * that field's `show` names, such as the operation.
 */
export const asRecipient: Access<RecipientApp> = {
	...recipientApp,
	properties: partner.properties,
	open: async (host, atOnce) =>
		partner.credential(host.first) === recipientApp.credential(host.first)
			? await recipientApp.open(host, atOnce)
			: failed(NO_APP),
};

const NO_APP: Failure = {
	kind: 'credential-refused',
	title: 'Where a recipient is active is asked with a Flinks Outbound App credential',
	remedy: "Choose one whose 'Client Type' is Data Recipient. Nothing was sent.",
};
