'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { setTimeout: pause } = require('node:timers/promises');
const v8 = require('node:v8');
const vm = require('node:vm');
const { watchPauses } = require('./pauses.js');

// Leftovers of an earlier run are not to be collected in the time of the next; sweeping goes on in
// threads of its own after the call.
const SWEEP_MS = 500;
// A pause is noticed at the first turn of the event loop after it.
const NOTICED_MS = 5;
// Between two collections: a stream brings a few MB meanwhile.
const COLLECTED_MS = 5;
v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

let started;
let profiler;

/** In bytes: resident memory now, and its peak since the last `forgetPeak`. Linux only. */
function memory() {
	const status = readFileSync('/proc/self/status', 'utf8');
	const kilobytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN);
	return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
}

// 5 resets the peak (man 5 proc, clear_refs).
const forgetPeak = () => writeFileSync('/proc/self/clear_refs', '5');

function startProfile() {
	profiler = new Session();
	profiler.connect();
	profiler.post('Profiler.enable');
	profiler.post('Profiler.setSamplingInterval', { interval: 200 });
	profiler.post('Profiler.start');
}

function stopProfile(file) {
	profiler.post('Profiler.stop', (_error, { profile }) =>
		writeFileSync(file, JSON.stringify(profile)),
	);
	profiler.disconnect();
	profiler = undefined;
}

/**
 * `profileFile`: where to leave a CPU profile; slows what is measured.
 * `collecting`: young garbage is collected all the time, so that the peak shows little else than what is in use.
 */
exports.start = async ({ profileFile, collecting }) => {
	// Left by a run that broke.
	clearInterval(started?.collector);
	started?.pauses();
	collectGarbage();
	await pause(SWEEP_MS);
	forgetPeak();
	if (profileFile) startProfile();
	started = {
		profileFile,
		collector: collecting
			? setInterval(() => collectGarbage({ type: 'minor' }), COLLECTED_MS)
			: undefined,
		pauses: watchPauses(),
		memory: memory().now,
		cpu: process.cpuUsage(),
		at: performance.now(),
	};
};

/** The time, CPU time and growth since `start`, and the longest pause as `pauses.js` tells it. */
exports.stop = async () => {
	const ms = performance.now() - started.at;
	const { user, system } = process.cpuUsage(started.cpu);
	const grownBytes = memory().peak - started.memory;
	clearInterval(started.collector);
	if (profiler) stopProfile(started.profileFile);
	await pause(NOTICED_MS);
	const pauses = started.pauses();
	started = undefined;
	return { ms, cpuMs: (user + system) / 1000, grownBytes, ...pauses };
};
