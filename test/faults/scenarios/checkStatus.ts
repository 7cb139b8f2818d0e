import type { INodeParameters } from 'n8n-workflow';

import { FlinksCheckRegistrationStatus } from '../../../nodes/FlinksCheckRegistrationStatus/FlinksCheckRegistrationStatus.node';
import { DEMO, type Sandbox } from '../../../sandbox';
import type { End } from '../matrix/ends';
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

/** Totals of an item without an error are those of all registrations. */
const totalUntruths = (held: number) => (ends: readonly End[]) =>
	ends
		.filter(({ rows, errors }) => rows.length > 0 && errors.length === 0)
		.map(({ rows }) => rows.reduce((sum, { total }) => sum + Number(total), 0))
		.filter((total) => total !== held)
		.map((total) => `a total of ${total} registrations, not of ${held}`);

export const checkStatus: readonly Scenario[] = [
	...['audit', 'summarize'].map((operation) => ({
		node,
		name: `${operation} of all recipients`,
		create,
		freeRows: true as const,
		prepare: ({ credentials, sandbox }: { credentials: Credentials; sandbox: Sandbox }) => ({
			parameters: { operation },
			untruths: totalUntruths(sandbox.store.registrations.all().length),
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
