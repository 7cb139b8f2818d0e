import type { RegistrationChange } from '../../outbound/registrations/changes/compare';
import type { FieldsOf } from '../shared/fields/field';
import type { triggerFields } from './fields';

/** What the fields of the trigger are read into. */
export type TriggerJob = typeof triggerFields extends FieldsOf<infer Job> ? Job : never;

/** Which changes the operator asked for: by event, then by the filters. */
export function wantedBy({ event, filters, options }: TriggerJob) {
	const recipientIds = new Set(filters.recipientIds);
	const providerIds = new Set(filters.providerIds);
	const statuses = new Set<string>(filters.statuses);
	const countries = new Set<string>(filters.countries);
	return (change: RegistrationChange): boolean => {
		const { kind, recipientId, providerId, status, previousStatus, registration } = change;
		if (kind === 'listed' && options.emitWhatIsThere !== true) return false;
		if (event === 'becameActive' && status !== 'ACTIVE') return false;
		if (event === 'new' && kind !== 'new' && kind !== 'listed') return false;
		// Of what vanished the last status counts; its country is not known, so it passes.
		const country = registration?.country?.toUpperCase();
		return (
			has(recipientIds, recipientId) &&
			has(providerIds, providerId) &&
			has(statuses, status ?? previousStatus ?? '') &&
			(registration === undefined || has(countries, country ?? ''))
		);
	};
}

const has = (wanted: ReadonlySet<string>, value: string) => wanted.size === 0 || wanted.has(value);
