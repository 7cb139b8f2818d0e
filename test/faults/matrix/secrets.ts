import { inspect } from 'node:util';

import { CANARIES, DEMO, type Sandbox } from '../../../sandbox';
import type { WorkflowRun } from '../../engine/harness';
import { CONNECTION_KEY } from '../support/credentials';

const everything = (value: unknown): string =>
	inspect(value, {
		depth: 15,
		maxArrayLength: null,
		maxStringLength: null,
		showHidden: true,
		compact: true,
		breakLength: Infinity,
	});

/** Secrets that can be read in what a run left behind: output, error with its causes, data, logs, hints. */
export function secretsSeen(run: WorkflowRun, sandbox: Sandbox): string[] {
	const secrets = [
		...Object.values(CANARIES),
		DEMO.partnerSecret,
		DEMO.recipientSecret,
		CONNECTION_KEY,
		...sandbox.store.tokens.all().map(({ value }) => value),
		...sandbox.store.customers.accountNumbers(),
	];
	const left: Readonly<Record<string, string>> = {
		'stored execution': run.storedJson,
		error: everything(run.errorObject),
		logs: everything(run.logs),
		hints: everything(run.of('Node').hints),
		output: JSON.stringify(run.of('Node').output),
	};
	return Object.entries(left).flatMap(([place, text]) =>
		secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${place}`),
	);
}
