import { setStatus } from '../store/registrations';
import type { Store } from '../store/store';
import type { Provider, Recipient, RegistrationStatus } from '../store/types';
import { dice } from '../random';
import { DAY_MS } from '../timestamps';
import { DEMO } from './demo';

const MIX: readonly RegistrationStatus[] = [
	'ACTIVE',
	'ACTIVE',
	'PENDING_ACTIVATION',
	'ACTIVE',
	'PENDING_APPROVAL',
	'ACTIVE',
	'PENDING_ACTIVATION',
	'PENDING_APPROVAL',
	'ACTIVE',
	'ACTIVE',
];

interface Row {
	readonly recipient: Recipient;
	readonly provider: Provider;
	readonly status: RegistrationStatus;
	readonly days: number;
	/** Milliseconds into the day. */
	readonly moment: number;
}

function plant(
	store: Store,
	now: number,
	{ recipient, provider, status, days, moment }: Row,
): void {
	const requested = now - days * DAY_MS - moment;
	const row = store.registrations.request(recipient, provider, requested, 'by-hand');
	setStatus(row, status, requested + (status === 'PENDING_APPROVAL' ? 0 : DAY_MS));
}

/** Times of day, the same ones each time. */
function moments(): () => number {
	const roll = dice('registrations');
	return () => roll.number.int({ min: 0, max: DAY_MS - 1 });
}

/** A few rows a person can take in: each status, from this week to months ago, one suspended. */
export function seedDemoRegistrations(store: Store, now: number): void {
	const moment = moments();
	const providers = [...store.providers.values()];
	for (const [r, recipient] of [...store.recipients.values()].slice(0, 6).entries()) {
		for (const [p, provider] of providers.slice(0, 12).entries()) {
			const active = r === 0 && DEMO.activeProviderIds.some((id) => id === provider.provider_id);
			if (!active && (r * 5 + p * 3) % 4 > 1) continue;
			const status = active ? 'ACTIVE' : (MIX[(r * 3 + p) % MIX.length] ?? 'ACTIVE');
			plant(store, now, {
				recipient,
				provider,
				status,
				days: 1 + ((r * 17 + p * 11) % 90),
				moment: moment(),
			});
		}
	}
	const suspended = store.registrations
		.all()
		.find((row) => row.status === 'ACTIVE' && row.recipient.client_id !== DEMO.recipientId);
	if (suspended) suspended.suspended = true;
}

/** Exactly `count` rows, recipient by recipient, as long as there are that many pairs. */
export function seedManyRegistrations(store: Store, now: number, count: number): void {
	const moment = moments();
	const providers = [...store.providers.values()];
	let left = count;
	for (const [r, recipient] of [...store.recipients.values()].entries()) {
		for (const [p, provider] of providers.entries()) {
			if (left === 0) return;
			left -= 1;
			const status = MIX[(r * 7 + p) % MIX.length] ?? 'ACTIVE';
			plant(store, now, {
				recipient,
				provider,
				status,
				days: 1 + ((r * 17 + p * 11) % 400),
				moment: moment(),
			});
		}
	}
}
