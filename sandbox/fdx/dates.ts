import { queryOf } from '../http/input';
import { fdxRefusal } from '../http/refusals';
import { DAY_MS, day } from '../timestamps';
import type { FastifyRequest } from 'fastify';

export interface Range {
	/** Milliseconds since 1970; the first moment covered. */
	readonly from: number;
	/** The first moment no longer covered. */
	readonly until: number;
	/** As asked for, for the next link. */
	readonly filters: Readonly<Record<string, string>>;
}

/** Both dates or neither; `undefined` leaves the range to the provider. */
export function rangeOf(request: FastifyRequest): Range | undefined {
	const { startTime, endTime } = queryOf(request);
	if (startTime === undefined && endTime === undefined) return undefined;
	const from = startTime === undefined ? undefined : instantOf(startTime);
	const last = endTime === undefined ? undefined : instantOf(endTime);
	if (from === undefined || last === undefined) {
		throw fdxRefusal(702, 'Give startTime and endTime together, or neither');
	}
	if (from > last) throw fdxRefusal(703, 'startTime must not be after endTime');
	return { from, until: last + DAY_MS, filters: { startTime: day(from), endTime: day(last) } };
}

function instantOf(value: unknown): number {
	const text = typeof value === 'string' ? value : '';
	const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
	if (Number.isNaN(instant) || day(instant) !== text) {
		throw fdxRefusal(401, 'Dates must be written YYYY-MM-DD');
	}
	return instant;
}
