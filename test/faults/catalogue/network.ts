import { cutAfter, cutBefore, delayed, goesAway, resetMidBody } from '../proxy';
import type { FaultCase } from './types';
import { everywhere } from './types';

export const network: readonly FaultCase[] = [
	{
		group: 'network',
		name: 'delayed by 80 ms',
		fault: () => delayed(80),
		expects: everywhere('unharmed'),
	},
	{
		group: 'network',
		name: 'cut before Flinks acted',
		fault: () => cutBefore,
		expects: { read: 'recovers', request: 'recovers', token: 'recovers', change: 'fails' },
		quick: true,
	},
	{
		group: 'network',
		name: 'cut after Flinks acted',
		fault: () => cutAfter,
		expects: { read: 'recovers', request: 'unharmed', token: 'recovers', change: 'fails' },
		quick: true,
	},
	{
		group: 'network',
		name: 'reset in the middle of the body',
		fault: () => resetMidBody,
		expects: { read: 'recovers', request: 'unharmed', token: 'recovers', change: 'fails' },
		quick: true,
	},
	{
		group: 'network',
		name: 'nobody listens any more afterwards',
		fault: () => goesAway,
		expects: everywhere('either'),
		strikes: 'once',
		quick: true,
	},
];
