import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { createWebhook, type WebhookAnswer } from '../../engine/harness';
import { everything, type Act } from '../matrix/ran';

/** Each item is the query of one call of the trigger's address; what its workflow starts with are the rows. */
export const receive: Act = async (node, job) => {
	const trigger = createWebhook(node, { parameters: job.parameters, credentials: job.credentials });
	const answers: WebhookAnswer[] = [];
	for (const query of job.items) answers.push(await trigger.call(query));
	return {
		output: [answers.flatMap(endOf)],
		error: undefined,
		left: {
			executions: JSON.stringify(answers.map(({ started }) => started)),
			pages: everything(answers.map(({ headers, body }) => ({ headers, body }))),
			logs: everything(answers.map(({ logs }) => logs)),
			'stored data': JSON.stringify(trigger.stored),
		},
	};
};

function endOf({ started, status }: WebhookAnswer, item: number): INodeExecutionData[] {
	const [connected = [], declined = [], failed = []] = started ?? [];
	const rows = [...connected, ...declined].map(({ json }) => ({ json, pairedItem: { item } }));
	const errors = failed.map(({ json }) => ({ json: errorOf(json), pairedItem: { item } }));
	const unstarted = { json: { ...NOTHING_STARTED, details: { status } }, pairedItem: { item } };
	return started === undefined ? [unstarted] : [...rows, ...errors];
}

const errorOf = ({ title, remedy, ...details }: IDataObject): IDataObject => ({
	error: title,
	message: remedy,
	details,
});

const NOTHING_STARTED = {
	error: 'Nothing was started, and it is not known to the workflow why',
	message: 'The page says so to the customer.',
};
