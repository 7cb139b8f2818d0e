import type * as Module from '../../../outbound/connections/spentLinks';

const NOW = 1_800_000_000_000;
const SOON = NOW + 60_000;

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
	it('are taken once, also between runs that save nothing', () => {
		const { createLinkGuard } = freshProcess();
		expect(createLinkGuard(storeWith(), NOW).take('a', SOON)).toBe(true);
		expect(createLinkGuard(storeWith(), NOW).take('a', SOON)).toBe(false);
	});

	it('are remembered after n8n was started again', () => {
		const store = storeWith();
		const first = freshProcess().createLinkGuard(store, NOW);
		first.take('a', SOON);
		first.save();
		expect(freshProcess().createLinkGuard(store, NOW).take('a', SOON)).toBe(false);
		expect(freshProcess().createLinkGuard(store, NOW).take('b', SOON)).toBe(true);
	});

	it('can be given back where the code was not used', () => {
		const store = storeWith();
		const guard = freshProcess().createLinkGuard(store, NOW);
		guard.take('a', SOON);
		guard.release('a');
		guard.save();
		expect(store.read()).toEqual({});
		expect(guard.take('a', SOON)).toBe(true);
	});

	it('are forgotten once they have expired', () => {
		const store = storeWith({ old: NOW, alive: SOON });
		const guard = freshProcess().createLinkGuard(store, NOW);
		guard.take('a', SOON);
		guard.save();
		expect(Object.keys(store.read()).sort()).toEqual(['a', 'alive']);
	});

	it('do not fill the store without end', () => {
		const many = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`n${at}`, SOON + at]));
		const store = storeWith(many);
		const guard = freshProcess().createLinkGuard(store, NOW);
		guard.take('a', SOON + 10_000);
		guard.save();
		const kept = store.read();
		expect(Object.keys(kept)).toHaveLength(5000);
		expect(kept).toHaveProperty('a');
		expect(kept).not.toHaveProperty('n0');
	});

	it('write nothing where no link was used', () => {
		const store = { read: () => ({}), write: jest.fn() };
		freshProcess().createLinkGuard(store, NOW).save();
		expect(store.write).not.toHaveBeenCalled();
	});
});
