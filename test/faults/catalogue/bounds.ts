import { gzipSync } from 'node:zlib';

import type { Answer } from '../proxy';
import { answers, drips, never, pass } from '../proxy';
import type { Call } from '../proxy';
import type { FaultCase } from './types';
import { everywhere } from './types';

const MIB = 1024 * 1024;
/** More than an answer may hold when it is unpacked. */
const UNPACKED = 80 * MIB;

let packed: Buffer | undefined;

/** Some 80 KiB that unpack to 80 MiB of JSON. */
function bomb(status: number): Answer {
	packed ??= gzipSync(Buffer.from(`{"message":"${' '.repeat(UNPACKED)}"}`));
	return {
		status,
		headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
		body: packed,
	};
}

/** So that a test need not wait for minutes, and a busy machine answers in time where nothing is slow. */
const SOON = { tryMs: 1_500, requestMs: 1_500, fileMs: 1_500, probes: 0 };
const FEW = { pages: 12 };

const isList = ({ path }: Call) => path.endsWith('/accounts') || path.endsWith('/transactions');
const isFirst = (call: Call) => isList(call) && !call.query.has('offset');

const unending = (name: string, rest: Partial<FaultCase>): FaultCase => ({
	group: 'pages without end',
	name,
	fault: () => pass,
	only: isFirst,
	strikes: 'always',
	endless: true,
	expects: { read: 'fails' },
	quick: true,
	...rest,
});

export const bounded: readonly FaultCase[] = [
	{
		group: 'slow answers',
		name: 'one that never begins',
		fault: () => never,
		bounds: SOON,
		strikes: 'always',
		expects: { read: 'pauses', token: 'pauses', change: 'told' },
	},
	{
		group: 'slow answers',
		name: 'one that drips',
		fault: () => drips,
		bounds: SOON,
		strikes: 'always',
		expects: { read: 'pauses', token: 'pauses', change: 'told' },
		quick: true,
	},
	{
		group: 'bombs',
		name: '80 MiB, packed into 80 KiB',
		fault: () => answers(() => bomb(200)),
		expects: { ...everywhere('fails'), request: 'unlisted', change: 'told' },
		strikes: 'once',
		quick: true,
	},
	{
		group: 'bombs',
		name: '80 MiB of error, packed into 80 KiB',
		fault: () => answers(() => bomb(403)),
		expects: { ...everywhere('fails'), change: 'told' },
		strikes: 'once',
	},
	unending('empty ones, with new cursors', {
		world: ({ settings }) => Object.assign(settings, { cursors: 'endless' }),
	}),
	unending('the rows come round again', {
		world: ({ settings }) => Object.assign(settings, { cursors: 'endless rows' }),
		bounds: FEW,
	}),
	unending('every page names the second one', {
		world: ({ settings }) => Object.assign(settings, { cursors: 'repeated' }),
		only: (call) => isFirst(call) && call.query.has('limit'),
	}),
	{
		group: 'pages without end',
		name: 'named by links alone, with empty ones between',
		fault: () => pass,
		world: ({ settings }) => Object.assign(settings, { nextPage: 'link', emptyPages: 2 }),
		only: isFirst,
		endless: true,
		expects: { read: 'unharmed' },
		quick: true,
	},
];
