import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

/** A node that tells when its work was really over: n8n reports a cancelled run as ended at once. */
export function timedNode(node: INodeType): { node: INodeType; ended: Promise<void> } {
	const { execute } = node;
	if (!execute) throw new Error('This node has nothing to run');
	let end = (): void => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	const timed = Object.create(node) as INodeType;
	timed.execute = async function (this: IExecuteFunctions) {
		try {
			return await execute.call(this);
		} finally {
			end();
		}
	};
	return { node: timed, ended };
}
