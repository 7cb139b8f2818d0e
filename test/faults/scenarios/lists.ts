import type { INodeType } from 'n8n-workflow';

import { FlinksCheckRegistrationStatus } from '../../../nodes/FlinksCheckRegistrationStatus/FlinksCheckRegistrationStatus.node';
import { FlinksConnectCustomer } from '../../../nodes/FlinksConnectCustomer/FlinksConnectCustomer.node';
import { FlinksDataProviders } from '../../../nodes/FlinksDataProviders/FlinksDataProviders.node';
import { FlinksDataRecipients } from '../../../nodes/FlinksDataRecipients/FlinksDataRecipients.node';
import { FlinksGetAccounts } from '../../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { openList } from '../acts/editor';
import type { Credentials } from '../support/credentials';
import type { Scenario } from './types';

type Given = (credentials: Credentials) => ReturnType<Credentials['partner']>;

const list = (
	method: string,
	create: () => INodeType,
	given: Given,
	more: Partial<Scenario> = {},
): Scenario => ({
	node: 'Lists in the editor',
	name: method,
	create,
	act: openList(method),
	modes: ['stopWorkflow'],
	freeRows: true,
	...more,
	prepare: ({ credentials }) => ({
		parameters: {},
		credentials: given(credentials),
		items: [{}],
	}),
});

const checkStatus = () => new FlinksCheckRegistrationStatus();

/** All nodes share them. */
export const lists: readonly Scenario[] = [
	list('getRecipients', checkStatus, (all) => all.partner(), { main: true }),
	list('getProviders', checkStatus, (all) => all.partner()),
	list(
		'searchRecipients',
		() => new FlinksDataRecipients(),
		(all) => all.partner(),
	),
	list(
		'getAccounts',
		() => new FlinksGetAccounts(),
		(all) => all.recipient(),
	),
	list(
		'getActiveProviders',
		() => new FlinksConnectCustomer(),
		(all) => all.app('recipient'),
		{ ownTokens: true },
	),
	list(
		'searchProviders',
		() => new FlinksDataProviders(),
		(all) => all.partner(),
	),
	list(
		'searchActiveProviders',
		() => new FlinksConnectCustomer(),
		(all) => all.app('recipient'),
		{
			ownTokens: true,
		},
	),
	list(
		'searchAccounts',
		() => new FlinksGetAccounts(),
		(all) => all.recipient(),
	),
];
