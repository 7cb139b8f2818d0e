/** n8n itself hands 10,000 rows on in one step; what is judged is the longest step with our node in it. */
const LONGEST_PAUSE_MS = 50;

export const noLongPause = {
	what: 'ms of the longest pause at 10,000 rows',
	atMost: LONGEST_PAUSE_MS,
	of: 'oursPauseMs',
};

export const growsLinearly = [
	{ what: 'as the exponent of growth', atMost: 1.1, of: 'exponent' },
	{ ...noLongPause, of: 'pauseAt10kMs' },
];

export const noSlower = { what: 'times as fast (no slower)', atLeast: 1, of: 'ratio' };

export const halfTheCpu = { what: "of the peer's CPU", atMost: 0.5, of: 'cpuRatio' };
