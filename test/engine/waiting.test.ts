import {
	createRunExecutionData,
	type IRun,
	type IRunExecutionData,
	type INodeType,
	type IWorkflowBase,
} from 'n8n-workflow';

import { createCredentialStore } from './harness';
import { HarnessCredentialsHelper } from './harness/credentialsHelper';
import { additionalData, core } from './harness/host';
import { buildWorkflow, SOURCE } from './harness/workflow';

let runs = 0;

/** A node that asks for n8n's own wait when it runs, and says what it found. */
const waits: INodeType = {
	description: {
		displayName: 'Waits',
		name: 'waits',
		group: ['transform'],
		version: 1,
		description: 'Asks n8n to wait',
		defaults: { name: 'Waits' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		runs += 1;
		await this.putExecutionToWait(new Date());
		return [[{ json: { found: 'by the node' } }]];
	},
};

describe("n8n's own wait, asked for by a node", () => {
	it('does not run the node again, and hands on its input in place of what it found', async () => {
		const nodes = [{ name: 'Waits', node: waits }];
		const workflow = buildWorkflow(nodes, [{ from: SOURCE, to: 'Waits' }], []);
		const source = workflow.getNode(SOURCE);
		if (source === null) throw new Error('The workflow has no source');
		const run = async (data: IRunExecutionData): Promise<IRun> => {
			const helper = new HarnessCredentialsHelper(createCredentialStore([]));
			const stored = { id: workflow.id, name: 'Waiting', nodes: [] } as unknown as IWorkflowBase;
			const additional = additionalData(helper, 'trigger', stored);
			const engine = new core.WorkflowExecute(additional, 'trigger', data);
			return await engine.processRunExecutionData(workflow);
		};
		const input = [{ json: { recipientId: 'dc-1' } }];
		const before = await run(
			createRunExecutionData({
				executionData: {
					nodeExecutionStack: [{ node: source, data: { main: [input] }, source: null }],
				},
			}),
		);
		expect(before.status).toBe('waiting');
		const after = await run(before.data);
		expect(after.status).toBe('success');
		expect(runs).toBe(1);
		expect(after.data.resultData.runData.Waits?.at(-1)?.data?.main?.[0]).toMatchObject(input);
	});
});
