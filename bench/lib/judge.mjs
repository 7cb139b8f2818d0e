const boundAt = (bound, latencyMs) => (typeof bound === 'object' ? bound[latencyMs] : bound);

/** The target with what was reached; nothing where it does not hold at this latency. */
function judged({ what, of: field, atLeast, atMost }, figures) {
	const least = boundAt(atLeast, figures.latencyMs);
	const most = boundAt(atMost, figures.latencyMs);
	if (least === undefined && most === undefined) return [];
	const reached = figures[field];
	const met = least === undefined ? reached <= most : reached >= least;
	return [{ what, ...(least === undefined ? { atMost: most } : { atLeast: least }), reached, met }];
}

/** One verdict for each of the targets. What was not measured, or is no number, is not met. */
export const verdicts = (targets, figures) => targets.flatMap((target) => judged(target, figures));

/** A job that could not be measured: none of its targets is met. */
export const broken = ({ id }, error) => ({
	job: id,
	failed: error instanceof Error ? error.message : String(error),
	targets: [{ what: 'failed jobs', atMost: 0, reached: 1, met: false }],
});
