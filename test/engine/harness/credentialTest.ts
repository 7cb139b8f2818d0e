import {
	createEmptyRunExecutionData,
	type ICredentialsDecrypted,
	type ICredentialTestFunction,
	type ICredentialTestFunctions,
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

/**
 * Presses the Test button of a stored credential. n8n prefers the credential's own test, looks for a
 * token where the type is an OAuth2 one, and only then asks a node that says it can test it.
 */
export async function testCredential(
	credential: StoredCredential,
	nodes: readonly INodeType[] = [],
): Promise<INodeCredentialTestResult> {
	const { store, type } = credential;
	const test = store.types.get(type)?.test;
	if (test !== undefined) return await sendTest(credential, test);
	const helper = new HarnessCredentialsHelper(store);
	if (helper.getParentTypes(type).includes('oAuth2Api')) {
		const isConnected = 'access_token' in (store.tokenData(credential) ?? {});
		return { status: isConnected ? 'OK' : 'Error', message: 'In the words of n8n' };
	}
	const { id, name } = credential;
	const additional = additionalData(helper, 'internal', { id: 'workflow' } as IWorkflowBase);
	const data = await helper.getDecrypted(additional, { id, name }, type, 'internal');
	const decrypted: ICredentialsDecrypted = { id, name, type, data };
	return await testFunction(type, nodes).call(credentialTestContext(additional), decrypted);
}

function testFunction(type: string, nodes: readonly INodeType[]): ICredentialTestFunction {
	for (const { description, methods } of nodes) {
		const testedBy = description.credentials?.find(({ name }) => name === type)?.testedBy;
		const found = typeof testedBy === 'string' && methods?.credentialTest?.[testedBy];
		if (found) return found;
	}
	throw new Error(`No node here tests the credential ${type}`);
}

// The constructor of n8n-core 1.x takes nothing; the newest one takes the additional data.
const credentialTestContext = (additional: object) =>
	Reflect.construct(core.CredentialTestContext, [additional]) as ICredentialTestFunctions;

async function sendTest(
	credential: StoredCredential,
	test: ICredentialTestRequest,
): Promise<INodeCredentialTestResult> {
	const { store, type } = credential;
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
		if (items[0]?.json?.[key] === value) return { status: 'Error', message };
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
