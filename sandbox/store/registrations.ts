import type { SandboxSettings } from '../settings';
import { sevenDigits } from '../timestamps';
import type { Provider, Recipient, Registration, RegistrationStatus } from './types';

type Progress = SandboxSettings['registrationProgress'];

/** Where a registration stands at `now`, given how registrations advance. */
export function statusAt(row: Registration, now: number, progress: Progress): RegistrationStatus {
	if (progress === 'manual' || row.advances === 'by-hand' || row.status === 'ACTIVE')
		return row.status;
	const approvedAt =
		row.status === 'PENDING_APPROVAL' ? row.since + progress.approveAfterMs : row.since;
	if (now >= approvedAt + progress.activateAfterMs) return 'ACTIVE';
	return now >= approvedAt ? 'PENDING_ACTIVATION' : row.status;
}

/** All pairs of recipient and provider that were ever requested, found by either in constant time. */
export class Registrations {
	private readonly byRecipient = new Map<string, Map<number, Registration>>();
	size = 0;

	get(clientId: string, providerId: number): Registration | undefined {
		return this.byRecipient.get(clientId)?.get(providerId);
	}

	of(clientId: string): Registration[] {
		return [...(this.byRecipient.get(clientId)?.values() ?? [])];
	}

	all(): Registration[] {
		return [...this.byRecipient.values()].flatMap((rows) => [...rows.values()]);
	}

	/** A pair asked for again keeps its row, status and date. */
	request(
		recipient: Recipient,
		provider: Provider,
		now: number,
		advances: Registration['advances'] = 'by-clock',
	): Registration {
		const rows = this.byRecipient.get(recipient.client_id) ?? new Map<number, Registration>();
		this.byRecipient.set(recipient.client_id, rows);
		const known = rows.get(provider.provider_id);
		if (known) {
			known.timesRequested += 1;
			return known;
		}
		const row: Registration = {
			recipient,
			provider,
			requestedAt: now,
			requestedOn: sevenDigits(now),
			status: 'PENDING_APPROVAL',
			since: now,
			advances,
			suspended: false,
			timesRequested: 1,
		};
		rows.set(provider.provider_id, row);
		this.size += 1;
		return row;
	}

	/** As if it had never been requested; false where it was not. */
	remove(clientId: string, providerId: number): boolean {
		const removed = this.byRecipient.get(clientId)?.delete(providerId) ?? false;
		if (removed) this.size -= 1;
		return removed;
	}

	clear(): void {
		this.byRecipient.clear();
		this.size = 0;
	}
}

/** Sets a status by hand, as Flinks' staff and the provider would. */
export function setStatus(row: Registration, status: RegistrationStatus, now: number): void {
	row.status = status;
	row.since = now;
}
