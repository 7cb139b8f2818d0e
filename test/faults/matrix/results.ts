import { appendFileSync } from 'node:fs';

import type { MatrixCase } from './cases';
import type { Verdict } from './verdict';

/** One line of the results file, which `scripts/faults.mjs` turns into the table. */
export interface Result {
	readonly node: string;
	readonly group: string;
	readonly survived: boolean;
	readonly lost: number;
	readonly duplicated: number;
	readonly secrets: number;
	readonly untruths: number;
}

/** Where results are collected; nowhere if nobody asked. */
const FILE = process.env.FAULTS_RESULTS;

export function record(result: Result): void {
	if (FILE) appendFileSync(FILE, `${JSON.stringify(result)}\n`);
}

export function recordCase({ scenario, fault }: MatrixCase, verdict: Verdict): void {
	const { problems, lost, duplicated, secrets, untruths } = verdict;
	const { node } = scenario;
	const survived = problems.length === 0;
	record({ node, group: fault.group, survived, lost, duplicated, secrets, untruths });
}
