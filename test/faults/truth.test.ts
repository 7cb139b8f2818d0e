import type { IDataObject } from 'n8n-workflow';

import { FlinksRequestRegistrations } from '../../nodes/FlinksRequestRegistrations/FlinksRequestRegistrations.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode } from '../engine/harness';
import * as faults from './proxy';
import { credentialsAt } from './support/credentials';

/** The same pseudo-random choices for the same number (mulberry32). */
function dice(seed: number): (sides: number) => number {
	let state = seed;
	return (sides) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
	};
}

const PAGE: faults.Answer = {
	status: 200,
	headers: { 'content-type': 'text/html' },
	body: Buffer.from('<!DOCTYPE html><html><title>Sign in</title></html>'),
};
/** With Flinks acting or not, as a network, a gateway and Flinks itself may answer. */
const FAULTS: readonly faults.Fault[] = [
	faults.cutBefore,
	faults.cutAfter,
	faults.resetMidBody,
	faults.acts(faults.json(500, {})),
	faults.acts(faults.json(408, {})),
	faults.acts(PAGE),
	faults.answers(PAGE),
	faults.answers(faults.json(503, {})),
	faults.answers(faults.json(400, { message: 'Invalid request parameters' })),
	faults.answers(faults.json(403, { message: 'Forbidden' })),
];

type Held = ReadonlyMap<string, number>;
const named = (recipient: unknown, provider: unknown) =>
	`${String(recipient)} with ${String(provider)}`;

/** How often each pair was requested, by what Flinks itself has written down. */
function heldBy({ store }: Sandbox): Held {
	const rows = store.registrations.all();
	return new Map(
		rows.map((one) => [
			named(one.recipient.client_id, one.provider.provider_id),
			one.timesRequested,
		]),
	);
}

/** What a row or an error item claims that Flinks' records do not bear out. */
function untruths(json: IDataObject, pair: string, before: Held, now: Held): string[] {
	const requests = (now.get(pair) ?? 0) - (before.get(pair) ?? 0);
	const details: IDataObject = { ...(json.details as IDataObject | undefined) };
	const claims: Record<string, boolean> = {
		REQUESTED: requests > 0,
		ALREADY_REGISTERED: before.has(pair) && requests === 0,
		LISTED: now.has(pair),
		NOT_LISTED_YET: !now.has(pair),
		NOT_CONFIRMED: requests > 0,
	};
	const { outcome } = json;
	if (typeof outcome === 'string') return claims[outcome] === true ? [] : [`${outcome}: ${pair}`];
	const isInDoubt = details.ambiguous === true;
	return isInDoubt || requests === 0 ? [] : [`an error says it was not requested: ${pair}`];
}

async function play(seed: number): Promise<string[]> {
	const sandbox = await startSandbox({ seed: { recipients: 6, registrations: 8 } });
	const roll = dice(seed);
	const recipients = sandbox.recipients.map(({ client_id }) => client_id);
	const providers = [...sandbox.store.providers.keys()];
	const items = Array.from({ length: 8 }, () => ({
		recipientId: recipients[roll(5)],
		providerId: roll(8) === 0 ? 999_999 : providers[roll(6)],
	}));
	const rules = Array.from({ length: 1 + roll(3) }, () => {
		const on = ({ method, path }: faults.Call) =>
			path.includes('providers') && (method === 'POST' || roll(2) === 0);
		const fault = FAULTS[roll(FAULTS.length)] ?? faults.pass;
		return { on, fault, skip: roll(2), times: 1 + roll(2) };
	});
	const proxy = await faults.startProxy(sandbox.url, rules);
	try {
		const before = heldBy(sandbox);
		const skipExisting = roll(4) > 0;
		const { output } = await runNode({
			node: new FlinksRequestRegistrations(),
			credentials: credentialsAt(proxy.url, sandbox).partner(),
			parameters: { recipientsFrom: 'field', providersFrom: 'field', skipExisting },
			items,
			onError: 'continueRegularOutput',
		});
		const now = heldBy(sandbox);
		const rows = output[0] ?? [];
		const asked = new Set(items.map((one) => named(one.recipientId, one.providerId)));
		return [
			...(rows.length === items.length ? [] : [`${rows.length} rows for ${items.length} items`]),
			...rows.flatMap(({ json }, at) =>
				untruths(json, named(items[at]?.recipientId, items[at]?.providerId), before, now),
			),
			...[...now].flatMap(([pair, times]) => {
				const requests = times - (before.get(pair) ?? 0);
				if (requests > 1) return [`requested ${requests} times: ${pair}`];
				return requests > 0 && !asked.has(pair) ? [`nobody asked for: ${pair}`] : [];
			}),
		];
	} finally {
		await proxy.close();
		await sandbox.close();
	}
}

const RUNS = process.env.FAULTS === 'full' ? 200 : 40;
const AT_ONCE = 10;

describe('what Request Registrations claims', () => {
	it.each(Array.from({ length: RUNS / AT_ONCE }, (_, group) => group))(
		'is what Flinks holds, whatever happens on the way: round %i',
		async (group) => {
			const seeds = Array.from({ length: AT_ONCE }, (_, at) => group * AT_ONCE + at);
			const found = await Promise.all(
				seeds.map(async (seed) => (await play(seed)).map((words) => `seed ${seed}: ${words}`)),
			);
			expect(found.flat()).toEqual([]);
		},
	);
});
