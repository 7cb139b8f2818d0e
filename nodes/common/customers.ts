import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Client } from '../../outbound/http/client';
import type { ConnectionPool } from '../../outbound/connections/pool';
import { createConnectionPool } from '../../outbound/connections/pool';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { Runtime } from '../../outbound/http/runtime';
import { createRuntime } from '../../outbound/http/runtime';
import { readyToSeal } from './appChecks';
import { invalid } from './invalid';
import { openClient } from './open';
import { openRecipientApp } from './openApp';
import { requestsAtOnce } from './options';
import type { Parameters } from './parameters';
import { valueAt } from './readIdSource';

/** Gives each item the client of its customer. */
export interface Customers {
	readonly runtime: Runtime;
	clientFor(item: INodeExecutionData, index: number): Outcome<Client>;
	/** Whether the node has the second output that `customerOutputs` describes. */
	readonly hasChangedOutput: boolean;
	/** One item for each connection whose stored text must be replaced. */
	changed(): INodeExecutionData[];
}

export async function openCustomers(
	context: IExecuteFunctions,
	parameters: Parameters,
): Promise<Customers> {
	const bound = requestsAtOnce(parameters);
	if (parameters.read('authentication', 0, 'connectedAccount') !== 'customerConnection') {
		const client = await openClient(context, 'flinksOutboundRecipientOAuth2Api', bound);
		return {
			runtime: client.runtime,
			clientFor: () => done(client),
			hasChangedOutput: false,
			changed: () => [],
		};
	}
	const signal = context.getExecutionCancelSignal();
	const runtime = createRuntime({ signal, ...(bound === undefined ? {} : { bound }) });
	const pool = await openPool(context, runtime);
	return {
		runtime,
		clientFor: ({ json }, index) => {
			if (pool.kind === 'failed') return pool;
			const field = String(parameters.read('connectionField', index, 'connection'));
			const sealed = valueAt(json, field);
			if (sealed === undefined || sealed === null || sealed === '') {
				return failed(invalid('Connection Field', noConnection(field)));
			}
			return pool.value.clientFor(sealed, index);
		},
		hasChangedOutput: true,
		changed: () => (pool.kind === 'failed' ? [] : changedItems(pool.value)),
	};
}

async function openPool(
	context: IExecuteFunctions,
	runtime: Runtime,
): Promise<Outcome<ConnectionPool>> {
	const app = readyToSeal(await openRecipientApp(context));
	return app.kind === 'failed' ? app : done(createConnectionPool(context, app.value, runtime));
}

function changedItems(pool: ConnectionPool): INodeExecutionData[] {
	return pool.changed().map(({ items, ...changed }) => ({
		json: { ...changed, reference: changed.reference ?? null },
		pairedItem: items.map((item) => ({ item })),
	}));
}

function noConnection(field: string): string {
	return `the item has no connection in its field "${field}". Store what Flinks Connection Trigger gives out as "connection", and pass it on.`;
}
