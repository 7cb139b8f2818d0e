import { setStatus, statusAt } from '../store/registrations';
import type { Registration } from '../store/types';
import type { World } from '../world';

/** One step on: approved where it waits for approval, active where it waits for that. */
export function advance(world: World, row: Registration, to: 'approve' | 'activate'): void {
	const now = world.clock.now();
	const status = statusAt(row, now, world.settings.registrationProgress);
	if (status === 'ACTIVE') return;
	setStatus(row, to === 'activate' ? 'ACTIVE' : 'PENDING_ACTIVATION', now);
}
