import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { customerCredentials } from '../shared/client/customers';
import { iconOf } from '../shared/node/icon';
import { nodeOf } from '../shared/node/nodeOf';
import { downloadStatements } from './operations/downloadStatements';
import { getChanges } from './operations/getChanges';
import { getCustomer } from './operations/getCustomer';
import { getPaymentDetails } from './operations/getPaymentDetails';
import { getPaymentNetworks } from './operations/getPaymentNetworks';
import { getStatements } from './operations/getStatements';
import { getTransactions } from './operations/getTransactions';

const node = nodeOf(
	[
		getCustomer,
		getPaymentNetworks,
		getPaymentDetails,
		getStatements,
		downloadStatements,
		getTransactions,
		getChanges,
	],
	getTransactions,
);

export class FlinksAccountData implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Flinks Account Data',
		name: 'flinksAccountData',
		icon: iconOf('accountData'),
		group: ['transform'],
		version: 1,
		subtitle: node.subtitle,
		description:
			"Fetch customers' transactions, statements and payment details through Flinks Outbound",
		defaults: { name: 'Flinks Account Data' },
		inputs: [NodeConnectionTypes.Main],
		outputs: node.outputs,
		usableAsTool: true,
		credentials: customerCredentials,
		properties: node.properties,
	};

	methods = node.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
