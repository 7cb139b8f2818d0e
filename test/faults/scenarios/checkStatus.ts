import type { INodeParameters } from 'n8n-workflow';

import { FlinksCheckRegistrationStatus } from '../../../nodes/FlinksCheckRegistrationStatus/FlinksCheckRegistrationStatus.node';
import { DEMO } from '../../../sandbox';
import type { Credentials } from '../support/credentials';
import { recipientId } from '../support/recipient';
import type { Scenario } from './types';
import { idsInPath, indexesOf } from './types';

const NORTHWIND = 'Northwind Lending';
const node = 'Flinks Check Registration Status';
const create = () => new FlinksCheckRegistrationStatus();

const ofItems = (
	name: string,
	named: readonly string[],
	parameters: INodeParameters,
	extra: object = {},
): Scenario => ({
	node,
	name,
	create,
	prepare: ({ credentials, sandbox }) => {
		const northwind = recipientId(sandbox, NORTHWIND);
		const recipients = named.map((ids) => ids.replace(NORTHWIND, northwind));
		return {
			parameters: { recipientsFrom: 'field', recipientField: 'recipientId', ...parameters },
			credentials: credentials.partner(),
			items: recipients.map((one) => ({ recipientId: one, ...extra })),
			needing: (call) => {
				if (call.label === 'token') return indexesOf(recipients, () => true);
				const [asked = ''] = idsInPath(call, 3);
				return indexesOf(recipients, (ids) => ids.split(',').includes(asked));
			},
		};
	},
});

export const checkStatus: readonly Scenario[] = [
	...['audit', 'summarize'].map((operation) => ({
		node,
		name: `${operation} of all recipients`,
		create,
		prepare: ({ credentials }: { credentials: Credentials }) => ({
			parameters: { operation },
			credentials: credentials.partner(),
			items: [{}, {}],
		}),
	})),
	{
		main: true,
		...ofItems(
			'rows of chosen recipients',
			[DEMO.recipientId, NORTHWIND, `${DEMO.recipientId},${NORTHWIND}`, DEMO.recipientId],
			{ operation: 'list' },
		),
	},
	{
		patient: true,
		...ofItems(
			'wait until active',
			[DEMO.recipientId, NORTHWIND],
			{
				operation: 'waitUntilActive',
				providersFrom: 'field',
				providerField: 'providerId',
				waitMinutes: 0.002,
				everySeconds: 1,
			},
			{ providerId: '1000' },
		),
	},
];
