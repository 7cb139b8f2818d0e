import type * as Module from '../../../outbound/connections/spentLinks';
import { newKey } from '../../support/sealing';

const NOW = 1_800_000_000_000;
const SOON = NOW + 60_000;
const app = { connectionKey: newKey() };
const link = (nonce: string, expiresAtMs = SOON) => ({ nonce, expiresAtMs });

/** A process of its own: what n8n remembers only in memory is gone. */
function freshProcess(): typeof Module {
	let loaded: typeof Module | undefined;
	jest.isolateModules(() => {
		loaded = require('../../../outbound/connections/spentLinks') as typeof Module;
	});
	if (!loaded) throw new Error('not loaded');
	return loaded;
}

function storeWith(initial: Module.SpentLinks = {}) {
	let spent = initial;
	return {
		read: () => spent,
		write: (next: Module.SpentLinks) => {
			spent = next;
		},
	};
}

describe('the links that were used', () => {
	it('are taken once, also between runs that save nothing', async () => {
		const { createLinkGuard } = freshProcess();
		expect(await createLinkGuard(storeWith(), app, NOW).take(link('a'))).toBe(true);
		const second = createLinkGuard(storeWith(), app, NOW);
		expect(second.isTaken(link('a'))).toBe(true);
		expect(await second.take(link('a'))).toBe(false);
	});

	it('are remembered after n8n was started again, by digests only', async () => {
		const store = storeWith();
		const first = freshProcess().createLinkGuard(store, app, NOW);
		await first.take(link('nonce-of-a'));
		first.save();
		expect(Object.keys(store.read())).toEqual([expect.stringMatching(/^[\w-]{22}$/)]);
		expect(JSON.stringify(store.read())).not.toContain('nonce-of-a');
		const again = () => freshProcess().createLinkGuard(store, app, NOW);
		expect(await again().take(link('nonce-of-a'))).toBe(false);
		expect(await again().take(link('b'))).toBe(true);
	});

	it('are all in the store although each of 24 requests at once writes its own copy of it', async () => {
		const { createLinkGuard } = freshProcess();
		const before = storeWith().read();
		const names = Array.from({ length: 24 }, (_, at) => `link-${at}`);
		const copies = names.map(() => storeWith(before));
		const guards = copies.map((copy) => createLinkGuard(copy, app, NOW));
		await Promise.all(guards.map(async (guard, at) => await guard.take(link(names[at] ?? ''))));
		for (const guard of guards) guard.save();
		const written = copies.at(-1)?.read() ?? {};
		expect(Object.keys(written)).toHaveLength(24);
		const restarted = freshProcess();
		for (const name of names) {
			const guard = restarted.createLinkGuard(storeWith(written), app, NOW);
			expect(await guard.take(link(name))).toBe(false);
		}
	});

	it('are kept in the store up to 5,000, those that expire last', async () => {
		const store = storeWith();
		const guard = freshProcess().createLinkGuard(store, app, NOW);
		for (let at = 0; at <= 5_000; at += 1) await guard.take(link(`link-${at}`, SOON + at));
		guard.save();
		expect(Object.keys(store.read())).toHaveLength(5_000);
		const restarted = freshProcess().createLinkGuard(store, app, NOW);
		expect(restarted.isTaken(link('link-0'))).toBe(false);
		expect(restarted.isTaken(link('link-1'))).toBe(true);
	});

	it('are kept in memory, 45,000 at least, those that expire last', async () => {
		const guard = freshProcess().createLinkGuard(storeWith(), app, NOW);
		for (let at = 0; at <= 50_000; at += 1) await guard.take(link(`link-${at}`, SOON + at));
		expect(guard.isTaken(link('link-0'))).toBe(false);
		expect(guard.isTaken(link('link-4999'))).toBe(false);
		expect(guard.isTaken(link('link-5000'))).toBe(true);
	});

	it('are kept apart by key', async () => {
		const { createLinkGuard } = freshProcess();
		const store = storeWith();
		const guard = createLinkGuard(store, app, NOW);
		await guard.take(link('a'));
		const other = createLinkGuard(storeWith(), { connectionKey: newKey() }, NOW);
		expect(await other.take(link('a'))).toBe(true);
		guard.save();
		expect(Object.keys(store.read())).toHaveLength(1);
	});

	it('can be given back where the code was not used, three times at most', async () => {
		const store = storeWith();
		const { createLinkGuard } = freshProcess();
		for (const _try of [1, 2, 3]) {
			const guard = createLinkGuard(store, app, NOW);
			expect(await guard.take(link('a'))).toBe(true);
			await guard.release(link('a'));
			guard.save();
			expect(store.read()).toEqual({});
			expect(guard.isTaken(link('a'))).toBe(false);
		}
		expect(await createLinkGuard(store, app, NOW).take(link('a'))).toBe(false);
		expect(await createLinkGuard(store, app, NOW).take(link('b'))).toBe(true);
	});

	it('are given back also where another request has stored them meanwhile', async () => {
		const { createLinkGuard } = freshProcess();
		const store = storeWith();
		const slow = createLinkGuard(store, app, NOW);
		await slow.take(link('slow'));
		const quick = createLinkGuard(store, app, NOW);
		await quick.take(link('quick'));
		quick.save();
		expect(Object.keys(store.read())).toHaveLength(2);
		await slow.release(link('slow'));
		slow.save();
		expect(Object.keys(store.read())).toHaveLength(1);
	});

	it('are forgotten once they have expired', async () => {
		const store = storeWith({ old: NOW, alive: SOON });
		const { createLinkGuard } = freshProcess();
		const guard = createLinkGuard(store, app, NOW);
		await guard.take(link('a'));
		guard.save();
		expect(Object.keys(store.read())).toHaveLength(2);
		expect(store.read()).toHaveProperty('alive');
		expect(await createLinkGuard(storeWith(), app, SOON).take(link('a', SOON + 1))).toBe(true);
	});

	it('are forgotten at their end also where the store still holds them', async () => {
		const store = storeWith();
		const first = freshProcess().createLinkGuard(store, app, NOW);
		await first.take(link('a'));
		first.save();
		const at = (nowMs: number) => freshProcess().createLinkGuard(store, app, nowMs);
		expect(at(SOON - 1).isTaken(link('a'))).toBe(true);
		expect(at(SOON).isTaken(link('a'))).toBe(false);
	});

	it('do not fill the store without end: those that expire first make room', async () => {
		const many = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`n${at}`, SOON + at]));
		const store = storeWith(many);
		const guard = freshProcess().createLinkGuard(store, app, NOW);
		await guard.take(link('a', SOON + 10_000));
		guard.save();
		const kept = store.read();
		expect(Object.keys(kept)).toHaveLength(5000);
		expect(Object.values(kept)).toContain(SOON + 10_000);
		expect(kept).not.toHaveProperty('n0');
		expect(kept).toHaveProperty('n5999');
	});

	it('write nothing where no link was used', () => {
		const store = { read: () => ({}), write: jest.fn() };
		freshProcess().createLinkGuard(store, app, NOW).save();
		expect(store.write).not.toHaveBeenCalled();
	});

	it('are refused where another process has recorded them', async () => {
		const recorded = new Set<string>();
		const shared: Module.SharedRecord = {
			record: async (digest) => {
				const isNew = !recorded.has(digest);
				recorded.add(digest);
				return await Promise.resolve(isNew);
			},
			forget: async (digest) => {
				recorded.delete(digest);
				await Promise.resolve();
			},
		};
		const guard = () => freshProcess().createLinkGuard(storeWith(), app, NOW, shared);
		const first = guard();
		expect(await first.take(link('a'))).toBe(true);
		expect(await guard().take(link('a'))).toBe(false);
		await first.release(link('a'));
		expect(await guard().take(link('a'))).toBe(true);
	});

	it('let something else happen once for each link', () => {
		const { createLinkGuard } = freshProcess();
		const store = storeWith();
		const guard = createLinkGuard(store, app, NOW);
		expect(guard.takeOnce('a declined', SOON)).toBe(true);
		expect(guard.takeOnce('a declined', SOON)).toBe(false);
		expect(guard.isTaken(link('a'))).toBe(false);
	});
});
