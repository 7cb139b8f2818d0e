import type { INodeParameters } from 'n8n-workflow';

import { FlinksDataRecipients } from '../../../nodes/FlinksDataRecipients/FlinksDataRecipients.node';
import { DEMO } from '../../../sandbox';
import { recipientId } from '../support/recipient';
import { creationUntruths, secretUntruths, uriUntruths } from '../truth/recipients';
import type { Job, Scenario } from './types';
import { idsInPath, indexesOf } from './types';

type World = Parameters<Scenario['prepare']>[0];

const node = 'Flinks Data Recipients';
const create = () => new FlinksDataRecipients();
const NORTHWIND = 'Northwind Lending';
const NAMES = ['Cabane Sucre', 'Fromagerie', 'Moulin'];
const NEW = 'https://n8n.maple.example/webhook/new';

const one = (value: string): INodeParameters => ({
	recipient: { __rl: true, mode: 'id', value },
});

/** The two recipients that jobs are about, one of them twice. */
const chosen = ({ sandbox }: World) => [
	DEMO.recipientId,
	recipientId(sandbox, NORTHWIND),
	DEMO.recipientId,
];

const ofRecipients = (
	name: string,
	parameters: (world: World) => INodeParameters,
	job: (world: World, ids: readonly string[]) => Partial<Job>,
	more: Partial<Scenario> = {},
): Scenario => ({
	node,
	name,
	create,
	...more,
	prepare: (world) => {
		const ids = chosen(world);
		return {
			parameters: { ...one('={{ $json.id }}'), ...parameters(world) },
			credentials: world.credentials.partner(),
			items: ids.map((id) => ({ id })),
			...job(world, ids),
		};
	},
});

const secretOf = ({ clientSecret }: { clientSecret?: unknown }) => clientSecret;

const uris = (operation: string, redirectUris: (world: World) => string): Scenario =>
	ofRecipients(
		operation,
		(world) => ({ operation, redirectUris: redirectUris(world) }),
		(world, ids) => ({ untruths: uriUntruths(world, ids, operation, redirectUris(world)) }),
		{ spends: true },
	);

const creation: Scenario = {
	node,
	name: 'create',
	create,
	main: true,
	spends: true,
	fresh: ['recipientId', 'clientSecret'],
	prepare: (world) => ({
		parameters: {
			operation: 'create',
			name: '={{ $json.name }}',
			redirectUris: NEW,
			scopes: ['ACCOUNT_DETAILED'],
			country: 'CA',
		},
		credentials: world.credentials.partner(),
		items: NAMES.map((name) => ({ name })),
		untruths: creationUntruths(world, NAMES),
		gives: secretOf,
	}),
};

export const dataRecipients: readonly Scenario[] = [
	creation,
	{
		node,
		name: 'list',
		create,
		ownTokens: true,
		prepare: ({ credentials }) => ({
			parameters: { operation: 'list', authentication: 'app', returnAll: true },
			credentials: credentials.app('partner'),
			items: [{}, {}],
		}),
	},
	ofRecipients(
		'get',
		() => ({ operation: 'get' }),
		(_, ids) => ({
			needing: (call) =>
				indexesOf(ids, (id) => call.label === 'token' || idsInPath(call, 1).includes(id)),
		}),
	),
	uris('addRedirectUri', () => NEW),
	uris('removeRedirectUri', () => NEW),
	uris('update', () => `${NEW}\n${NEW}/2`),
	ofRecipients(
		'regenerateSecret',
		() => ({ operation: 'regenerateSecret' }),
		(world, ids) => ({ untruths: secretUntruths(world, ids), gives: secretOf }),
		{ spends: true, fresh: ['clientSecret'] },
	),
];
