import type { IDataObject } from 'n8n-workflow';

import { DEMO, type Sandbox } from '../../../sandbox';
import type { End } from '../matrix/ends';
import { tokenIn, type Returning } from '../scenarios/customers';
import type { Credentials } from '../support/credentials';

interface World {
	readonly sandbox: Sandbox;
	readonly credentials: Credentials;
}

/** What the ends of callbacks claim that Flinks' records do not bear out. */
export function completionUntruths(
	world: World,
	answers: readonly Returning[],
	ends: readonly End[],
): string[] {
	return answers.flatMap((answer, item) => {
		const { rows = [], errors = [] } = ends[item] ?? {};
		const made = world.sandbox.store.tokens.code(answer.query.code ?? '')?.connection;
		return [
			...rows.flatMap((row) => rowUntruths(world, answer, row, made)),
			...(made === undefined ? [] : errors.filter(deniesIt)).map(
				({ error }) => `${answer.customer} is connected: ${String(error)}`,
			),
		];
	});
}

type Made = ReturnType<Sandbox['store']['connections']['all']>[number] | undefined;

function rowUntruths(
	{ credentials }: World,
	{ customer, query }: Returning,
	row: IDataObject,
	made: Made,
): string[] {
	const named =
		row.reference === customer ? [] : [`${customer} is called ${String(row.reference)}`];
	if (row.connection === undefined) {
		const declined = query.code === undefined && row.error === 'access_denied';
		return declined ? named : [...named, `${customer} did not decline`];
	}
	if (made === undefined) return [...named, `${customer} is not connected at Flinks`];
	const kept = tokenIn(row.connection, credentials) === made.refreshToken;
	const scope = row.scope === null || row.scope === made.scopes.join(' ');
	const bank = row.requestedProviderId === String(DEMO.providerId);
	return [
		...named,
		...(kept ? [] : [`the connection of ${customer} is not the one that Flinks has`]),
		...(scope ? [] : [`${customer} granted ${made.scopes.join(' ')}, not ${String(row.scope)}`]),
		...(bank ? [] : [`the link of ${customer} asked for another bank`]),
	];
}

/** Words that say there is no connection at Flinks. */
const DENIALS = /made no connection|nothing was sent|was not sent|is not connected/i;

const deniesIt = ({ error, message }: IDataObject): boolean =>
	DENIALS.test(`${String(error)} ${String(message)}`);
