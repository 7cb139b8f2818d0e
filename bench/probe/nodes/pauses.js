'use strict';
const { PerformanceObserver } = require('node:perf_hooks');

// As often takes as little CPU as Node's own histogram of the event loop, which does not tell when a pause was.
const TURN_MS = 2;
// Shorter ones matter only where there is no longer one.
const SHORT_MS = 5;

/** How much of the time from `from` to `to` was garbage collection. */
function collectingMs(from, to, collections) {
	let sum = 0;
	let counted = from;
	for (const collection of collections) {
		if (collection.from >= to) break;
		const begins = Math.max(collection.from, counted);
		const ends = Math.min(collection.to, to);
		if (ends <= begins) continue;
		sum += ends - begins;
		counted = ends;
	}
	return sum;
}

/**
 * Both arguments are spans, `from` and `to` in ms of the same clock; collections may lie within each other.
 * @returns `pauseMs`: the longest pause, `pauseGcMs`: how much of it was garbage collection, `pauseOtherMs`: the
 *   longest of all when garbage collection is taken off each of them, `gcMs`: the longest collection, wherever it was
 */
exports.longestOf = (pauses, collections) => {
	const sorted = [...collections].sort((a, b) => a.from - b.from);
	const most = { pauseMs: 0, pauseGcMs: 0, pauseOtherMs: 0, gcMs: 0 };
	for (const { from, to } of pauses) {
		const gcMs = collectingMs(from, to, sorted);
		if (to - from > most.pauseMs) Object.assign(most, { pauseMs: to - from, pauseGcMs: gcMs });
		most.pauseOtherMs = Math.max(most.pauseOtherMs, to - from - gcMs);
	}
	for (const { from, to } of collections) most.gcMs = Math.max(most.gcMs, to - from);
	return most;
};

/**
 * Watches the process from now on: a timer that comes late tells how long nothing else was done. It is set for every
 * 2 ms, so a pause may be that much shorter than it looks.
 * @returns ends it, and gives what `longestOf` makes of it; to be called a turn after the last pause
 */
exports.watchPauses = () => {
	const pauses = [];
	const collections = [];
	const note = (entries) => {
		for (const { startTime, duration } of entries) {
			collections.push({ from: startTime, to: startTime + duration });
		}
	};
	const collector = new PerformanceObserver((list) => note(list.getEntries()));
	collector.observe({ entryTypes: ['gc'] });
	let longestMs = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const from = last;
		last = performance.now();
		const ms = last - from;
		if (ms > SHORT_MS || ms > longestMs) pauses.push({ from, to: last });
		longestMs = Math.max(longestMs, ms);
	}, TURN_MS);
	return () => {
		clearInterval(timer);
		note(collector.takeRecords());
		collector.disconnect();
		return exports.longestOf(pauses, collections);
	};
};
