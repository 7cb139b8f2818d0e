const LONGEST_PAUSE_MS = 50;

/**
 * Two verdicts: on the longest pause as it was, and on the longest when garbage collection, whoever's garbage it is, is
 * taken off each. n8n's own steps, such as handing 10,000 rows on, are in both.
 */
const noLongPauseIn = (pause, other, rows) => [
	{ what: `ms of the longest pause at ${rows}`, atMost: LONGEST_PAUSE_MS, of: pause },
	{
		what: `ms of the longest pause at ${rows}, garbage collection taken off`,
		atMost: LONGEST_PAUSE_MS,
		of: other,
	},
];

export const noLongPauseAt = (rows) => noLongPauseIn('oursPauseMs', 'oursPauseOtherMs', rows);

export const noLongPause = noLongPauseAt('10,000 rows');

export const growsLinearly = [
	{ what: 'as the exponent of growth', atMost: 1.1, of: 'exponent' },
	...noLongPauseIn('pauseAt10kMs', 'pauseOtherAt10kMs', 'the size of 10,000'),
];

export const noSlower = { what: 'times as fast (no slower)', atLeast: 1, of: 'ratio' };

export const halfTheCpu = { what: "of the peer's CPU", atMost: 0.5, of: 'cpuRatio' };
