import type { FunctionsBase } from 'n8n-workflow';

/** Tells one trigger node of one workflow from all others of this n8n. */
export function triggerName(context: Pick<FunctionsBase, 'getNode' | 'getWorkflow'>): string {
	return `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
}
