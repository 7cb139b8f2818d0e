import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../outbound/outcome';
import { done } from '../../outbound/outcome';
import type { Pair } from '../../outbound/registrations/pairs';
import type { Parameters } from './parameters';
import { readIdSource } from './readIdSource';
import { chosenProviders, chosenRecipients } from './sources';

/** Every recipient of the item with every provider of the item. */
export function pairsOf(
	parameters: Parameters,
	item: number,
	json: IDataObject,
): Outcome<readonly Pair[]> {
	const recipients = readIdSource(parameters, chosenRecipients, item, json);
	if (recipients.kind === 'failed') return recipients;
	const providers = readIdSource(parameters, chosenProviders, item, json);
	if (providers.kind === 'failed') return providers;
	const providerIds = providers.value === 'all' ? [] : providers.value;
	const recipientIds = recipients.value === 'all' ? [] : recipients.value;
	return done(
		recipientIds.flatMap((recipientId) =>
			providerIds.map((providerId) => ({ recipientId, providerId })),
		),
	);
}
