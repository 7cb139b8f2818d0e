import { fdxRefusal, partnerRefusal } from '../http/refusals';
import type { Provider } from '../store/types';
import type { World } from '../world';

type Optional = World['settings']['notOffered'][number];

/** Refuses what a provider, or every one, does not have at all. */
export function refuseNotOffered({ settings }: World, what: Optional, provider: Provider): void {
	const missing = what === 'F5' && !provider.paymentNetworks;
	if (!missing && !settings.notOffered.includes(what)) return;
	const { status, body } = settings.notOfferedAs;
	if (body === 'message') throw partnerRefusal(status, 'Method Not Allowed');
	throw fdxRefusal(501, `${provider.name} does not support this`, status);
}
