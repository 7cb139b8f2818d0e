import type { Scenario } from '../scenarios/types';
import { casesFor, nameOf, type MatrixCase } from './cases';
import { recordCase } from './results';
import { play, type Play, type Stage } from './stage';
import { useStage } from './useStage';
import { judge } from './verdict';

const FULL = process.env.FAULTS === 'full';

/**
 * Runs each scenario without a fault, then once for every fault at every call it makes.
 * Calls are known only once the scenario has run, so the cases of a scenario are one test each kind.
 */
export function faultMatrix(scenarios: readonly Scenario[]): void {
	const stage = useStage();

	describe.each(scenarios)('$node, $name', (scenario) => {
		it(
			'survives every fault',
			async () => {
				const healthy = await play(stage, scenario);
				expect(healthy.ran.error).toBeUndefined();
				const cases = casesFor(scenario, healthy.proxy.calls, FULL);
				const broken: string[] = [];
				for (const one of cases) {
					const verdict = judge(stage, one, healthy, await strike(stage, one));
					recordCase(one, verdict);
					if (verdict.problems.length > 0) {
						broken.push(`${nameOf(one)}\n    ${verdict.problems.join('\n    ')}`);
					}
				}
				expect(cases.length).toBeGreaterThan(FULL ? 20 : 2);
				expect(broken).toEqual([]);
			},
			// Much for a busy machine: what hangs is ended by the bounds of the client itself.
			FULL ? 1_800_000 : 600_000,
		);
	});
}

async function strike(stage: Stage, one: MatrixCase): Promise<Play> {
	const { sandbox, elsewhere } = stage;
	const { fault, target, strikes, onError, scenario } = one;
	const rule = {
		fault: fault.fault({ sandbox, elsewhere: elsewhere.url }),
		on: ({ label, url }: { label: string; url: string }) =>
			label === target.label && (strikes === 'always' || url === target.url),
		...(strikes === 'once' && { times: 1 }),
	};
	return await play(stage, scenario, {
		rules: [rule],
		onError,
		world: fault.world,
		bounds: fault.bounds,
	});
}
