import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { FlinksRegistrationTrigger } from '../../../nodes/FlinksRegistrationTrigger/FlinksRegistrationTrigger.node';
import { FlinksTransactionTrigger } from '../../../nodes/FlinksTransactionTrigger/FlinksTransactionTrigger.node';
import { DEMO, type Sandbox } from '../../../sandbox';
import { setStatus } from '../../../sandbox/store/registrations';
import { createPoller } from '../../engine/harness';
import { poll } from '../acts/poll';
import type { End } from '../matrix/ends';
import type { Scenario } from './types';

type World = Parameters<Scenario['prepare']>[0];

interface Watched {
	readonly node: INodeType;
	readonly parameters: INodeParameters;
	readonly credentials: (world: World) => ReturnType<World['credentials']['partner']>;
	/** Something happens that the trigger has to say; gives what its row is known by. */
	readonly happen: (sandbox: Sandbox) => string;
	readonly nameOf: (row: IDataObject) => string;
	/** Says what is different in Flinks' rows, so of odd ones that they changed, and changed back. */
	readonly compares: boolean;
}

const watching = (node: string, watched: Watched): Scenario => ({
	node,
	name: 'a look while something has changed',
	create: () => watched.node,
	act: poll,
	modes: ['stopWorkflow'],
	main: true,
	freeRows: true,
	expects: (_, expected) =>
		expected === 'flagged' && watched.compares ? undefined : expected && 'flagged',
	prepare: async (world) => {
		const poller = createPoller(watched.node, watched.parameters, watched.credentials(world));
		await poller.poll();
		const happened = [watched.happen(world.sandbox), watched.happen(world.sandbox)];
		let later: readonly IDataObject[] | undefined;
		return {
			parameters: {},
			credentials: {},
			items: [{}],
			polling: {
				look: async () => ((await poller.poll()) ?? []).flat().map(({ json }) => json),
				calm: world.calm,
				cameLater: (rows) => void (later = rows),
			},
			untruths: (ends) => {
				const hasEnded = world.sandbox.store.connections.all().some(({ revoked }) => revoked);
				const second = hasEnded ? undefined : later?.map(watched.nameOf);
				return onceUntruths(ends, second, happened, watched.nameOf);
			},
		};
	},
});

/** What happened is said once, at the first look or at the one after the trouble; nothing else is. */
function onceUntruths(
	ends: readonly End[],
	later: readonly string[] | undefined,
	happened: readonly string[],
	nameOf: Watched['nameOf'],
): string[] {
	const first = ends.flatMap(({ rows }) => rows.map(nameOf));
	const said = [...first, ...(later ?? [])];
	const times = (one: string) => said.filter((name) => name === one).length;
	return [
		...happened
			.filter((one) => times(one) > 1 || (later !== undefined && times(one) === 0))
			.map((one) => `${one} is said ${times(one)} times`),
		...said.filter((one) => !happened.includes(one)).map((one) => `${one} has not happened`),
	];
}

function activateOne({ store, clock }: Sandbox): string {
	const row = store.registrations.all().find(({ status }) => status !== 'ACTIVE');
	if (!row) throw new Error('Nothing waits');
	setStatus(row, 'ACTIVE', clock.now());
	return `${row.recipient.client_id} with ${row.provider.provider_id}`;
}

function spend({ bank }: Sandbox): string {
	const [account] = bank.accounts(DEMO.providerId, DEMO.customer);
	const [id] = bank.change(account?.id ?? '', {
		do: 'add',
		amount: -4.5,
		description: 'Maple Coffee',
	});
	return id ?? '';
}

export const pollingTriggers: readonly Scenario[] = [
	watching('Flinks Registration Trigger', {
		node: new FlinksRegistrationTrigger(),
		parameters: {},
		credentials: ({ credentials }) => credentials.partner(),
		happen: activateOne,
		compares: false,
		nameOf: ({ recipientId, providerId }) => `${String(recipientId)} with ${String(providerId)}`,
	}),
	watching('Flinks Transaction Trigger', {
		node: new FlinksTransactionTrigger(),
		parameters: {},
		credentials: ({ credentials }) => credentials.recipient(),
		happen: spend,
		compares: true,
		nameOf: ({ transactionId }) => String(transactionId),
	}),
];
