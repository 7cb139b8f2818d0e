import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import { invalid } from '../shared/fields/invalid';
import type { TriggerJob } from './wanted';

/** A trigger that could never start is refused at once. */
export function checked(job: TriggerJob): Outcome<TriggerJob> {
	const { statuses = [] } = job.filters;
	if (job.event !== 'becameActive' || statuses.length === 0 || statuses.includes('ACTIVE')) {
		return done(job);
	}
	return failed(
		invalid(
			'Statuses',
			'the event is Became Active, and Active is not among the statuses. Take the filter away, or choose another event.',
		),
	);
}
