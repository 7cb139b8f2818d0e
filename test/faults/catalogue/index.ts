import { bodies } from './bodies';
import { bounded } from './bounds';
import { flow } from './flow';
import { leaks } from './leaks';
import { network } from './network';
import { oddAnswers } from './odd';
import { actedAnyway, badTokens, statuses } from './statuses';
import type { FaultCase } from './types';
import { waits } from './waits';

export * from './types';

export const CATALOGUE: readonly FaultCase[] = [
	...network,
	...statuses,
	...actedAnyway,
	...badTokens,
	...waits,
	...bodies,
	...leaks,
	...flow,
	...oddAnswers,
	...bounded,
];
