import {
	createEmptyRunExecutionData,
	type ICredentialTestRequest,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type INodeType,
	type IWorkflowBase,
} from 'n8n-workflow';
import type { StoredCredential } from './credentialStore';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { additionalData, core, executeContext } from './host';
import { buildWorkflow } from './workflow';

/** n8n tests a credential by running a throwaway declarative node that sends `test.request`. */
function testNode(type: string, test: ICredentialTestRequest): INodeType {
	return {
		description: {
			displayName: 'Credential Test',
			name: 'credentialTest',
			group: ['input'],
			version: 1,
			description: 'Sends the test request of a credential',
			defaults: { name: 'Credential Test' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: type, required: true }],
			properties: [
				{
					displayName: 'Test',
					name: 'test',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
		},
	};
}

/** Presses the Test button of a stored credential. */
export async function testCredential(
	credential: StoredCredential,
): Promise<INodeCredentialTestResult> {
	const { store, type } = credential;
	const test = store.types.get(type)?.test;
	if (test === undefined) throw new Error(`The credential ${type} has no test`);
	const nodeType = testNode(type, test);
	const spec = { name: 'Test', node: nodeType, credentials: { [type]: credential } };
	const workflow = buildWorkflow([spec], []);
	const node = workflow.getNode('Test');
	if (node === null) throw new Error('The workflow has no node');
	const helper = new HarnessCredentialsHelper(store);
	const additional = additionalData(helper, 'internal', { id: 'workflow' } as IWorkflowBase);
	const context = executeContext(workflow, node, additional, createEmptyRunExecutionData());
	try {
		const answer = await new core.RoutingNode(context, nodeType).runNode();
		return judgeAnswer(test, answer?.[0] ?? []);
	} catch (error) {
		return judgeError(test, error);
	}
}

function judgeAnswer(
	{ rules = [] }: ICredentialTestRequest,
	items: readonly INodeExecutionData[],
): INodeCredentialTestResult {
	for (const rule of rules) {
		if (rule.type !== 'responseSuccessBody') continue;
		const { key, value, message } = rule.properties;
		if (items[0]?.json[key] === value) return { status: 'Error', message };
	}
	return { status: 'OK', message: 'Connection successful!' };
}

function judgeError(
	{ rules = [] }: ICredentialTestRequest,
	error: unknown,
): INodeCredentialTestResult {
	const { httpCode, message } = error as { httpCode?: string; message: string };
	for (const rule of rules) {
		if (rule.type !== 'responseCode') continue;
		const { value, message: text } = rule.properties;
		if (String(value) === httpCode) return { status: 'Error', message: text };
	}
	return { status: 'Error', message };
}
