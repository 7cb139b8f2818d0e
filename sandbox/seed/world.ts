import type { Store } from '../store/store';
import type { SeedOptions } from './options';
import { seedProvider } from './providers';
import { seedRecipient } from './recipients';
import { seedDemoRegistrations, seedManyRegistrations } from './registrations';

/** Fills an empty store. `now` is the sandbox time that ages are counted from. */
export function seedWorld(store: Store, options: SeedOptions, now: number): void {
	for (let i = 0; i < options.providers; i += 1) {
		const provider = seedProvider(i, options.random);
		store.providers.set(provider.provider_id, provider);
	}
	const rows = options.registrations;
	const recipients = Math.max(options.recipients, Math.ceil((rows ?? 0) / options.providers));
	for (let i = 0; i < recipients; i += 1) {
		const recipient = seedRecipient(i, options.random);
		store.recipients.set(recipient.client_id, recipient);
	}
	if (rows === undefined) seedDemoRegistrations(store, now);
	else seedManyRegistrations(store, now, rows);
}
