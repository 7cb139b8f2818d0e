import type { Statement } from '../store/bank';
import { day } from '../timestamps';

const MONTHS = 18;

/** One a month, newest first. The newest is still being drawn up. */
export function seedStatements(accountId: string, seededAt: number): Statement[] {
	const now = new Date(seededAt);
	return Array.from({ length: MONTHS }, (_, index) => {
		const date = day(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - index, 0));
		return {
			id: `st-${date.slice(0, 7)}-${accountId.slice(0, 8)}`,
			date,
			status: index === 0 ? 'PROCESSING' : 'AVAILABLE',
			asksLeft: undefined,
			description: `Statement for ${date.slice(0, 7)}`,
		};
	});
}
