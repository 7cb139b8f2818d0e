import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWorkflowBase,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createCredentialStore, type StoredCredential } from './credentialStore';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { additionalData, hookContext, recordLogs, webhookContext, type LogLine } from './host';
import { buildWorkflow } from './workflow';

/** What a caller of the address got, and what the workflow would start with. */
export interface WebhookAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** `undefined` where nothing is started. */
	readonly started: ReadonlyArray<readonly INodeExecutionData[]> | undefined;
	readonly logs: readonly LogLine[];
}

export interface WebhookTrigger {
	/** One GET of the address. Requests at once each see the static data as it was when they came. */
	call(query: IDataObject, headers?: IDataObject): Promise<WebhookAnswer>;
	/** As n8n does when the workflow is published, or begins again. */
	publish(why: WorkflowActivateMode): Promise<void>;
	/** What n8n has stored for the workflow. */
	readonly stored: IDataObject;
}

export interface WebhookOptions {
	readonly parameters?: INodeParameters;
	readonly credentials?: Readonly<Record<string, StoredCredential>>;
	readonly mode?: WorkflowExecuteMode;
	/** What is stored at first. */
	readonly stored?: IDataObject;
	readonly workflowId?: string;
}

let workflows = 0;

/** A webhook trigger in an active workflow; like n8n, each request has its own copy of the static data. */
export function createWebhook(nodeType: INodeType, options: WebhookOptions = {}): WebhookTrigger {
	const { parameters = {}, credentials = {}, mode = 'webhook' } = options;
	const workflowId = options.workflowId ?? `webhook-workflow-${(workflows += 1)}`;
	const { webhook, description } = nodeType;
	if (webhook === undefined) throw new Error('The node is not a webhook trigger');
	const [credential] = Object.values(credentials);
	const helper = new HarnessCredentialsHelper(credential?.store ?? createCredentialStore([]));
	let stored: IDataObject = options.stored ?? {};

	const [description0] = description.webhooks ?? [];
	const webhookData = {
		node: 'Trigger',
		webhookDescription: description0,
		workflowId,
	} as unknown as IWebhookData;

	function build() {
		const workflow = buildWorkflow(
			[{ name: 'Trigger', node: nodeType, parameters, credentials }],
			[],
			[],
			workflowId,
		);
		const node = workflow.getNode('Trigger');
		if (node === null) throw new Error('No trigger');
		node.webhookId = 'webhook-id';
		return { workflow, node };
	}

	return {
		get stored() {
			return stored;
		},
		async publish(why) {
			const { workflow, node } = build();
			const base = additionalData(helper, 'trigger', { id: workflowId } as IWorkflowBase);
			const context = hookContext(workflow, node, base, why, webhookData);
			await nodeType.webhookMethods?.default?.checkExists?.call(context);
		},
		call: async (query, headers = {}) => {
			const { workflow, node } = build();
			const data = workflow.getStaticData('node', node);
			Object.assign(data, structuredClone(stored));
			const response = new Response();
			const base = additionalData(helper, mode, { id: workflowId } as IWorkflowBase);
			const additional = Object.assign(base, {
				httpRequest: { query, headers, body: {}, params: {} },
				httpResponse: response,
			});
			const context = webhookContext(workflow, node, additional, mode, webhookData);
			const [result, logs] = await recordLogs(async () => await webhook.call(context));
			stored = JSON.parse(JSON.stringify(data)) as IDataObject;
			return { ...response.seen, started: result.workflowData, logs };
		},
	};
}

/** As much of Node's response as nodes use. */
class Response {
	seen = { status: 0, headers: {} as Record<string, string>, body: '' };

	writeHead(status: number, headers: Record<string, string>): this {
		this.seen = { ...this.seen, status, headers };
		return this;
	}

	end(body = ''): void {
		this.seen = { ...this.seen, body };
	}
}
