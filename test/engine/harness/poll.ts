import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowBase,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createCredentialStore, type StoredCredential } from './credentialStore';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { additionalData, pollContext } from './host';
import { buildWorkflow } from './workflow';

export interface Poller {
	/** One poll; `manual` is what *Fetch Test Event* does. Rejects with what the node throws. */
	poll(mode?: WorkflowExecuteMode): Promise<INodeExecutionData[][] | null>;
	/** The node's static data, which outlives a poll. Change it to start from a known cursor. */
	readonly staticData: IDataObject;
}

/** A polling trigger in an active workflow. */
export function createPoller(
	nodeType: INodeType,
	parameters: INodeParameters = {},
	credentials: Readonly<Record<string, StoredCredential>> = {},
): Poller {
	const workflow = buildWorkflow(
		[{ name: 'Trigger', node: nodeType, parameters, credentials }],
		[],
	);
	const node = workflow.getNode('Trigger');
	const { poll } = nodeType;
	if (node === null || poll === undefined) throw new Error('The node is not a polling trigger');
	const [credential] = Object.values(credentials);
	const helper = new HarnessCredentialsHelper(credential?.store ?? createCredentialStore([]));
	return {
		staticData: workflow.getStaticData('node', node),
		poll: async (mode = 'trigger') => {
			const additional = additionalData(helper, mode, { id: 'workflow' } as IWorkflowBase);
			return await poll.call(pollContext(workflow, node, additional, mode));
		},
	};
}
