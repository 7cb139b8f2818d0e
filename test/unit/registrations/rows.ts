import type { Registration } from '../../../outbound/model/types';

export const row = (over: Partial<Registration> = {}): Registration => ({
	client_id: 'dc-1',
	provider_id: 1000,
	registration_status: 'ACTIVE',
	requested_on: '2026-01-01T00:00:00Z',
	...over,
});

/** So many registrations: each recipient with the providers from 1000 on. */
export function many(recipients: number, providers: number): Registration[] {
	return Array.from({ length: recipients * providers }, (_, index) =>
		row({
			client_id: `dc-${String(Math.floor(index / providers)).padStart(25, 'x')}`,
			provider_id: 1000 + (index % providers) * 7,
			registration_status: index % 5 === 0 ? 'PENDING_APPROVAL' : 'ACTIVE',
		}),
	);
}
