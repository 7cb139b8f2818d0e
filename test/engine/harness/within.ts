import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** A node that does whatever a test wants to see done inside n8n's engine. */
export class Within implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Within',
		name: 'within',
		group: ['transform'],
		version: 1,
		description: 'Runs a piece of a test',
		defaults: { name: 'Within' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	constructor(
		work: (context: IExecuteFunctions) => Promise<INodeExecutionData[]>,
		credential = 'flinksOutboundRecipientOAuth2Api',
	) {
		this.description.credentials = [{ name: credential }];
		this.execute = async function (this: IExecuteFunctions) {
			return [await work(this)];
		};
	}

	execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}
