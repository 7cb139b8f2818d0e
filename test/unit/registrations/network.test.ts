import { connect, cutting, emptyNetwork } from '../../../outbound/registrations/network';
import { inOneGo } from '../../support/inOneGo';

type Arc = readonly [from: number, to: number, capacity: number];

/** Which nodes the source still reaches; node 0 is the source, the last one the sink. */
function reached(nodes: number, arcs: readonly Arc[], workLimit = Infinity) {
	const network = emptyNetwork(nodes, 0, nodes - 1);
	for (const arc of arcs) connect(network, ...arc);
	const isReached = inOneGo(cutting(network, workLimit));
	return isReached && Array.from({ length: nodes }, (_, node) => node).filter(isReached);
}

describe('the minimum cut', () => {
	it('is at the narrowest place of a path', () => {
		const path = (...rooms: number[]) =>
			reached(
				4,
				rooms.map((room, at): Arc => [at, at + 1, room]),
			);
		expect(path(1, 5, 5)).toEqual([0]);
		expect(path(5, 1, 5)).toEqual([0, 1]);
		expect(path(5, 5, 1)).toEqual([0, 1, 2]);
	});

	it('is right at the source where nothing leads on', () => {
		expect(reached(3, [])).toEqual([0]);
		expect(reached(3, [[0, 1, 9]])).toEqual([0, 1]);
		expect(reached(3, [[1, 2, 9]])).toEqual([0]);
	});

	it('adds up what several ways carry', () => {
		// 0 to 1 holds 5, of which 3 go by node 2 and 2 by node 3.
		const arcs: Arc[] = [
			[0, 1, 5],
			[1, 2, 3],
			[1, 3, 2],
			[2, 4, 9],
			[3, 4, 9],
		];
		expect(reached(5, arcs)).toEqual([0]);
		expect(reached(5, [[0, 1, 6], ...arcs.slice(1)])).toEqual([0, 1]);
	});

	it('takes a way back where the first one was in the way of two', () => {
		// The shortest way from 0 to 5 by 1 and 4 has to give way for two others.
		const arcs: Arc[] = [
			[0, 1, 1],
			[0, 2, 1],
			[1, 3, 1],
			[1, 4, 1],
			[2, 4, 1],
			[3, 5, 1],
			[4, 5, 1],
		];
		expect(reached(6, arcs)).toEqual([0]);
		expect(reached(6, [...arcs, [0, 3, 1]])).toEqual([0, 1, 2, 3, 4]);
	});

	it('goes through a wide middle, and is on both sides of it', () => {
		// Rows 1 and 2, columns 3 and 4: row 1 is dear, row 2 cheap.
		const arcs: Arc[] = [
			[0, 1, 9],
			[0, 2, 1],
			[1, 3, Infinity],
			[2, 3, Infinity],
			[2, 4, Infinity],
			[3, 5, 2],
			[4, 5, 9],
		];
		expect(reached(6, arcs)).toEqual([0, 1, 3]);
	});

	it('is not looked for longer than it may take', () => {
		const arcs: Arc[] = [
			[0, 1, 1],
			[1, 2, 1],
		];
		expect(reached(3, arcs, 0)).toBeNull();
		expect(reached(3, arcs, 1_000)).toEqual([0]);
	});
});
