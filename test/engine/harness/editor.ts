import type {
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	IWorkflowBase,
} from 'n8n-workflow';
import { createCredentialStore, type StoredCredential } from './credentialStore';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { additionalData, loadOptionsContext } from './host';
import { buildWorkflow } from './workflow';

export interface EditorCall {
	readonly node: INodeType;
	readonly method: string;
	readonly parameters?: INodeParameters;
	readonly credentials?: Readonly<Record<string, StoredCredential>>;
}

function editorContext({ node: nodeType, parameters, credentials }: EditorCall) {
	const spec = { name: 'Node', node: nodeType, ...(parameters && { parameters }) };
	const workflow = buildWorkflow([{ ...spec, ...(credentials && { credentials }) }], []);
	const node = workflow.getNode('Node');
	if (node === null) throw new Error('The workflow has no node');
	const [credential] = Object.values(credentials ?? {});
	const helper = new HarnessCredentialsHelper(credential?.store ?? createCredentialStore([]));
	const additional = additionalData(helper, 'internal', { id: 'workflow' } as IWorkflowBase);
	additional.currentNodeParameters = node.parameters;
	return loadOptionsContext(workflow, node, additional);
}

/** Runs a `listSearch` method as the editor does when a resource locator is opened or searched. */
export async function listSearch(
	call: EditorCall,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const method = call.node.methods?.listSearch?.[call.method];
	if (method === undefined) throw new Error(`The node has no list search ${call.method}`);
	return await method.call(editorContext(call), filter, paginationToken);
}

/** Runs a `loadOptions` method as the editor does to fill a dropdown. */
export async function loadOptions(call: EditorCall): Promise<INodePropertyOptions[]> {
	const method = call.node.methods?.loadOptions?.[call.method];
	if (method === undefined) throw new Error(`The node has no load options ${call.method}`);
	return await method.call(editorContext(call));
}
