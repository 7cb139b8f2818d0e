import {
	NodeApiError,
	type IDataObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	type JsonObject,
} from 'n8n-workflow';

type Context = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

async function send(this: Context, credential: string, path: string): Promise<IDataObject> {
	const { baseUrl } = await this.getCredentials(credential);
	return (await this.helpers.httpRequestWithAuthentication.call(this, credential, {
		url: `${String(baseUrl)}${path}`,
		json: true,
	})) as IDataObject;
}

const canceled = async (signal?: AbortSignal) =>
	await new Promise((resolve) => signal?.addEventListener('abort', resolve));

/** A node that does, one by one, the things the harness has to be good for. */
export class Probe implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: 'Exercises the engine',
		defaults: { name: 'Probe' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'probeOAuth2Api' }, { name: 'probeConnectedOAuth2Api' }],
		properties: [
			{ displayName: 'Act', name: 'act', type: 'string', default: 'send' },
			{ displayName: 'Credential', name: 'credential', type: 'string', default: 'probeOAuth2Api' },
			{ displayName: 'Path', name: 'path', type: 'string', default: '/echo' },
		],
	};

	methods = {
		listSearch: {
			async search(this: ILoadOptionsFunctions, filter?: string) {
				const { grant } = await send.call(this, 'probeOAuth2Api', '/echo');
				return { results: [{ name: `${String(grant)} ${filter ?? ''}`, value: '1' }] };
			},
		},
		loadOptions: {
			async options(this: ILoadOptionsFunctions) {
				return [{ name: String(this.getCurrentNodeParameter('path')), value: '1' }];
			},
		},
	};

	async poll(this: IPollFunctions) {
		const memory = this.getWorkflowStaticData('node');
		const { grant } = await send.call(this, 'probeOAuth2Api', '/echo');
		memory.polls = Number(memory.polls ?? 0) + 1;
		return [[{ json: { grant, polls: memory.polls } }]];
	}

	async execute(this: IExecuteFunctions) {
		const rows: INodeExecutionData[] = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			const act = this.getNodeParameter('act', item);
			const credential = String(this.getNodeParameter('credential', item));
			const path = String(this.getNodeParameter('path', item));
			if (act === 'wait') {
				await canceled(this.getExecutionCancelSignal());
				return [rows];
			}
			if (act === 'refresh') await this.helpers.refreshOAuth2Token.call(this, credential);
			this.logger.warn(`Probe asks for ${path}`);
			try {
				const json = await send.call(this, credential, path);
				rows.push({ json, pairedItem: { item } });
			} catch (error) {
				if (!this.continueOnFail()) throw new NodeApiError(this.getNode(), error as JsonObject);
				rows.push({ json: { error: (error as Error).message }, pairedItem: { item } });
			}
		}
		this.addExecutionHints({ message: 'Probed', location: 'outputPane' });
		return [rows];
	}
}
