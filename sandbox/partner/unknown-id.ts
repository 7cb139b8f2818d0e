import { partnerRefusal, type Refusal } from '../http/refusals';
import type { World } from '../world';

/** Nothing documented says what an unknown id gets. */
export function unknownId(world: World): Refusal {
	return world.settings.unknownIdStatus === 404
		? partnerRefusal(404, 'Not Found')
		: partnerRefusal(400, 'Invalid request parameters');
}
