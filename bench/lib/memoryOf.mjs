import { readFileSync, writeFileSync } from 'node:fs';

/** The resident memory of a process in MB; `peak` since this call. Linux only. */
export function memoryOf(pid) {
	// 5 resets the peak (man 5 proc, clear_refs).
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
	const megabytes = (name) => {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
	};
	return { now: () => megabytes('VmRSS'), peak: () => megabytes('VmHWM') };
}
