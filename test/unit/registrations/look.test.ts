import { createClient } from '../../../outbound/http/client';
import type { Registration } from '../../../outbound/model/types';
import { changeRow } from '../../../outbound/registrations/changes/changeRow';
import { lookForChanges, type Look } from '../../../outbound/registrations/changes/look';
import type { SeenState } from '../../../outbound/registrations/changes/seen';
import type { Exchange } from '../../../outbound/wire';
import { quickRuntime, scripted } from '../client/scripted';
import { answered } from '../errors/exchanges';

const row = (client_id: string, provider_id = 1000, registration_status = 'ACTIVE') => ({
	client_id,
	client_name: `Name of ${client_id}`,
	provider_id,
	provider_name: 'Cedar',
	country: 'CA',
	registration_status,
	requested_on: '2026-01-01T00:00:00Z',
});

/** A Flinks with these registrations; `lists` says what the list of all shows, if something else. */
function flinks() {
	const held = { rows: [] as Registration[], lists: undefined as Registration[] | undefined };
	const gone = new Set<string>();
	const calls: string[] = [];
	/** Answers that recipients get in place of their registrations. */
	const instead = new Map<string, Exchange>();
	const answer = (path: string): Exchange => {
		if (path === '/api/v1/recipients') {
			return answered(200, [{ client_id: 'dc-known' }]);
		}
		const own = /recipients\/([^/]+)\/providers/.exec(path)?.[1];
		if (own === 'providers' || own === undefined) return answered(200, held.lists ?? held.rows);
		const other = instead.get(own);
		if (other) return other;
		if (gone.has(own)) return answered(404, { message: 'Not Found' });
		return answered(
			200,
			held.rows.filter(({ client_id }) => client_id === own),
		);
	};
	const { session } = scripted([], {
		send: async ({ path }) => {
			calls.push(path.replace('/api/v1/recipients', ''));
			return await Promise.resolve({ generation: 0, exchange: answer(path) });
		},
	});
	const client = createClient(session, quickRuntime({ maxTries: 1 }));
	const look = async (state?: SeenState, isWanted = () => true) => {
		calls.length = 0;
		return await lookForChanges(client, state, isWanted);
	};
	return { held, gone, instead, calls, look };
}

const said = ({ changes }: Look) =>
	changes.map(({ kind, recipientId, providerId, previousStatus, status }) =>
		[kind, recipientId, providerId, previousStatus, status].join(' '),
	);

describe('looking for changes of registrations', () => {
	it('takes everything as listed at first, and then says what changed', async () => {
		const { held, look, calls } = flinks();
		held.rows = [row('dc-1'), row('dc-2', 1000, 'PENDING_APPROVAL')];
		const first = await look();
		expect(said(first)).toEqual(['listed dc-1 1000  ACTIVE', 'listed dc-2 1000  PENDING_APPROVAL']);
		expect(first.next).toMatchObject({ batch: 1, wasEmpty: false });
		held.rows = [row('dc-1'), row('dc-2'), row('dc-2', 2000, 'PENDING_ACTIVATION')];
		const second = await look(first.next);
		expect(said(second)).toEqual([
			'statusChanged dc-2 1000 PENDING_APPROVAL ACTIVE',
			'new dc-2 2000  PENDING_ACTIVATION',
		]);
		expect(calls).toEqual(['/providers/requests']);
		const third = await look(second.next);
		expect([said(third), third.next.batch]).toEqual([[], 2]);
	});

	it('gives a change the same ID when it is reported again, and another later', async () => {
		const { held, look } = flinks();
		held.rows = [row('dc-1')];
		const { next } = await look();
		held.rows = [row('dc-1', 1000, 'SUSPENDED')];
		const ids = async (state: SeenState) =>
			(await look(state)).changes.map(({ changeId }) => changeId);
		const [id] = await ids(next);
		expect(id).toMatch(/^[\w-]{12}$/);
		expect(await ids(next)).toEqual([id]);
		expect(await ids({ ...next, batch: 7 })).not.toEqual([id]);
	});

	it('hands on what is wanted only, and counts no look without any', async () => {
		const { held, look } = flinks();
		held.rows = [row('dc-1')];
		const { changes, next } = await look(undefined, () => false);
		expect(changes).toEqual([]);
		expect(next.batch).toBe(0);
		expect(next.seen.get('dc-1')?.get('1000')).toBe('ACTIVE');
	});

	it('calls gone only what its own recipient does not list either', async () => {
		const { held, look, calls } = flinks();
		held.rows = [row('dc-1'), row('dc-2')];
		const { next } = await look();
		held.lists = [row('dc-2')];
		const doubted = await look(next);
		expect(said(doubted)).toEqual([]);
		expect(calls).toEqual(['/providers/requests', '/dc-1/providers/requests']);
		expect(doubted.next.seen).toEqual(next.seen);
		held.rows = [row('dc-2')];
		const after = await look(doubted.next);
		expect(after.next.seen.has('dc-1')).toBe(false);
		expect(said(after)).toEqual(['vanished dc-1 1000 ACTIVE ']);
	});

	it('calls gone what belongs to a recipient that Flinks does not know any more', async () => {
		const { held, gone, look } = flinks();
		held.rows = [row('dc-1'), row('dc-2')];
		const { next } = await look();
		held.rows = [row('dc-2')];
		gone.add('dc-1');
		expect(said(await look(next))).toEqual(['vanished dc-1 1000 ACTIVE ']);
	});

	it('calls gone what a recipient that Flinks knows does not list any more', async () => {
		const { held, look, calls } = flinks();
		held.rows = [row('dc-known'), row('dc-2')];
		const { next } = await look();
		held.rows = [row('dc-2')];
		expect(said(await look(next))).toEqual(['vanished dc-known 1000 ACTIVE ']);
		expect(calls).toEqual(['/providers/requests', '/dc-known/providers/requests', '']);
	});

	it.each([
		['it cannot be asked', answered(403, {})],
		[
			'a row whose IDs cannot be read may be it',
			answered(200, [{ ...row('dc-1'), provider_id: null }]),
		],
	])('calls nothing gone of a recipient where %s', async (_, exchange) => {
		const { held, instead, look } = flinks();
		held.rows = [row('dc-1'), row('dc-2')];
		const { next } = await look();
		held.rows = [row('dc-2')];
		instead.set('dc-1', exchange);
		const after = await look(next);
		expect(said(after)).toEqual([]);
		expect(after.next.seen).toEqual(next.seen);
	});

	it('asks three recipients once each, and no list again', async () => {
		const { held, look, calls } = flinks();
		held.rows = ['dc-1', 'dc-2', 'dc-3', 'dc-4'].map((id) => row(id));
		const { next } = await look();
		held.rows = [row('dc-4')];
		expect(said(await look(next))).toHaveLength(3);
		expect(calls.filter((path) => path === '/providers/requests')).toHaveLength(1);
		expect(calls.filter((path) => path.startsWith('/dc-'))).toHaveLength(3);
	});

	it('believes an empty list when it comes twice', async () => {
		const { held, look, calls } = flinks();
		held.rows = [row('dc-1')];
		const { next } = await look();
		held.rows = [];
		const once = await look(next);
		expect(said(once)).toEqual([]);
		expect(once.next).toMatchObject({ wasEmpty: true, seen: next.seen });
		expect(calls).toEqual(['/providers/requests']);
		const twice = await look(once.next);
		expect(said(twice)).toEqual(['vanished dc-1 1000 ACTIVE ']);
		const nothing = await look(twice.next);
		expect(nothing.next).toMatchObject({ wasEmpty: false, batch: 2 });
	});

	it('asks three recipients for many, and reads the list once more before it says so', async () => {
		const { held, look, calls } = flinks();
		const many = ['dc-1', 'dc-2', 'dc-3', 'dc-4', 'dc-5'].map((id) => row(id));
		held.rows = [...many, row('dc-6')];
		const { next } = await look();
		held.rows = [row('dc-6')];
		const after = await look(next);
		expect(said(after)).toHaveLength(5);
		expect(calls.filter((path) => path === '/providers/requests')).toHaveLength(2);
		expect(calls.filter((path) => path.startsWith('/dc-'))).toHaveLength(3);
	});

	it('believes a list about nobody that is wrong about one of the three', async () => {
		const { held, look, calls } = flinks();
		const many = ['dc-1', 'dc-2', 'dc-3', 'dc-4', 'dc-5'].map((id) => row(id));
		held.rows = [...many, row('dc-6')];
		const { next } = await look();
		held.rows = [row('dc-2'), row('dc-6')];
		held.lists = [row('dc-6')];
		const after = await look(next);
		expect(said(after)).toEqual(['vanished dc-1 1000 ACTIVE ', 'vanished dc-3 1000 ACTIVE ']);
		expect(calls.filter((path) => path === '/providers/requests')).toHaveLength(1);
		expect(after.next.seen.has('dc-4')).toBe(true);
	});
});

describe('a change as a row', () => {
	const NOW = Date.parse('2026-01-03T12:00:00Z');

	it('holds what people look for first', async () => {
		const { held, look } = flinks();
		held.rows = [row('dc-1')];
		const [change] = (await look()).changes;
		expect(change && changeRow(change, NOW)).toEqual({
			change: 'listed',
			recipientName: 'Name of dc-1',
			providerName: 'Cedar',
			previousStatus: null,
			status: 'ACTIVE',
			daysTaken: 2,
			requestedOn: '2026-01-01T00:00:00.000Z',
			country: 'CA',
			recipientId: 'dc-1',
			providerId: '1000',
			changeId: change?.changeId,
		});
	});

	it('of what vanished holds what was known of it', () => {
		const pair = { recipientId: 'dc-1', providerId: '1000', changeId: 'x' };
		const known = { kind: 'vanished', previousStatus: 'ACTIVE', status: null } as const;
		expect(changeRow({ ...pair, ...known, registration: undefined }, NOW)).toEqual({
			change: 'vanished',
			recipientName: '',
			providerName: '',
			previousStatus: 'ACTIVE',
			status: null,
			daysTaken: null,
			requestedOn: null,
			country: '',
			...pair,
		});
	});
});
