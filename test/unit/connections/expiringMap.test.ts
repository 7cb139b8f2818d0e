import { createExpiringMap } from '../../../outbound/connections/expiringMap';

describe('a map whose entries end', () => {
	it('gives an entry up to, not at, its end', () => {
		const map = createExpiringMap(10);
		map.set('a', { expiresAtMs: 5 }, 0);
		expect(map.get('a', 4)).toEqual({ expiresAtMs: 5 });
		expect(map.get('a', 5)).toBeUndefined();
		expect(map.entries(4)).toHaveLength(1);
		expect(map.entries(5)).toHaveLength(0);
		map.delete('a');
		expect(map.get('a', 0)).toBeUndefined();
	});

	it('makes room with what has ended, then with what ends first', () => {
		const map = createExpiringMap(10);
		for (let at = 0; at < 10; at += 1) map.set(`n${at}`, { expiresAtMs: 100 - at }, 0);
		map.set('n0', { expiresAtMs: 100 }, 0);
		expect(map.entries(0)).toHaveLength(10);
		map.set('late', { expiresAtMs: 500 }, 95);
		expect(map.entries(0).map(([key]) => key)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'late']);
		for (let at = 0; at < 5; at += 1) map.set(`m${at}`, { expiresAtMs: 200 + at }, 0);
		expect(map.get('n4', 0)).toBeUndefined();
		expect(map.get('n3', 0)).toBeDefined();
		expect(map.entries(0)).toHaveLength(10);
	});
});
