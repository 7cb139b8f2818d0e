export {
	createCredentialStore,
	type CredentialStore,
	type StoredCredential,
} from './credentialStore';
export { testCredential } from './credentialTest';
export { listSearch, loadOptions, type EditorCall } from './editor';
export type { LogLine } from './host';
export { createPoller, type Poller } from './poll';
export {
	runNode,
	runWorkflow,
	type NodeRun,
	type RunNodeOptions,
	type WorkflowRun,
	type WorkflowSpec,
} from './run';
export { createWebhook, type WebhookAnswer, type WebhookTrigger } from './webhook';
export type { Link, NodeSpec } from './workflow';
