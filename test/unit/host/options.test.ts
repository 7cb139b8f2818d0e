import { z } from 'zod';

import { inNode } from '../../support/inNode';

const ends = z.array(z.object({ customers: z.number() }).or(z.object({ problem: z.string() })));

/** What `npm start` makes of the options. */
const parsed = (...lines: ReadonlyArray<readonly string[]>) =>
	inNode(
		ends,
		`import { parseOptions } from './host/lib/options.mjs';
		import { describeProblem } from './host/lib/problem.mjs';
		const end = (argv) => {
			try {
				return { customers: parseOptions(argv).customers };
			} catch (error) {
				return { problem: describeProblem(error) };
			}
		};
		answer(${JSON.stringify(lines)}.map(end));`,
	);

it('npm start stores customers in a new demo only', () => {
	expect(
		parsed(
			[],
			['--queue', '--customers', '1000'],
			['--reset', '--customers', '10'],
			['--customers', '10'],
			['--queue', '--customers', 'many'],
			['--queue', '--customers', '10001'],
		),
	).toEqual([
		{ customers: 0 },
		{ customers: 1_000 },
		{ customers: 10 },
		{ problem: expect.stringMatching(/new demo only.*\n.*--queue.*--reset/) },
		{ problem: expect.stringMatching(/many is no number.*\n.*0 to 10000/) },
		{ problem: expect.stringMatching(/10001 is no number/) },
	]);
});
