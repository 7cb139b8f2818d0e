import type { Steps } from '../http/turns';

/** A flow network in flat arrays; arc `i` and its reverse `i ^ 1` lie side by side. */
export interface Network {
	readonly source: number;
	readonly sink: number;
	readonly firstArc: Int32Array;
	readonly nextArc: number[];
	readonly target: number[];
	readonly room: number[];
}

export function emptyNetwork(nodes: number, source: number, sink: number): Network {
	const firstArc = new Int32Array(nodes).fill(-1);
	return { source, sink, firstArc, nextArc: [], target: [], room: [] };
}

export function connect(network: Network, from: number, to: number, capacity: number): void {
	addArc(network, from, to, capacity);
	addArc(network, to, from, 0);
}

/**
 * Fills the network to its maximum flow (Dinic's algorithm) and returns which nodes the source still
 * reaches: one side of a minimum cut. `null` when more than `workLimit` arcs would have to be looked at. In steps.
 */
export function* cutting(
	network: Network,
	workLimit: number,
): Steps<((node: number) => boolean) | null> {
	let work = 0;
	for (;;) {
		yield;
		const levels = distances(network);
		if (levels[network.sink] === -1) return (node) => levels[node] !== -1;
		work += network.target.length + saturate(network, levels);
		if (work > workLimit) return null;
	}
}

function addArc(network: Network, from: number, to: number, capacity: number): void {
	network.nextArc.push(network.firstArc[from] ?? -1);
	network.firstArc[from] = network.target.push(to) - 1;
	network.room.push(capacity);
}

function distances({ source, firstArc, nextArc, target, room }: Network): Int32Array {
	const levels = new Int32Array(firstArc.length).fill(-1);
	levels[source] = 0;
	const queue = [source];
	for (const node of queue) {
		for (let arc = firstArc[node] ?? -1; arc !== -1; arc = nextArc[arc] ?? -1) {
			const to = target[arc] ?? source;
			if ((room[arc] ?? 0) > 0 && levels[to] === -1) {
				levels[to] = (levels[node] ?? 0) + 1;
				queue.push(to);
			}
		}
	}
	return levels;
}

/** Pushes flow along shortest paths until none is left; a loop, since paths may be very long. */
function saturate(network: Network, levels: Int32Array): number {
	const { source, sink, nextArc, target, room } = network;
	const current = network.firstArc.slice();
	const path: number[] = [];
	let node = source;
	let steps = 0;
	for (;;) {
		steps += 1;
		const arc = current[node] ?? -1;
		if (node === sink) {
			push(room, path);
			steps += path.length;
			path.length = 0;
			node = source;
		} else if (arc === -1) {
			const last = path.pop();
			if (last === undefined) return steps;
			node = target[last ^ 1] ?? source;
			current[node] = nextArc[last] ?? -1;
		} else {
			const to = target[arc] ?? source;
			if ((room[arc] ?? 0) > 0 && levels[to] === (levels[node] ?? 0) + 1) {
				path.push(arc);
				node = to;
			} else {
				current[node] = nextArc[arc] ?? -1;
			}
		}
	}
}

function push(room: number[], path: readonly number[]): void {
	const flow = path.reduce((least, arc) => Math.min(least, room[arc] ?? 0), Infinity);
	for (const arc of path) {
		room[arc] = (room[arc] ?? 0) - flow;
		room[arc ^ 1] = (room[arc ^ 1] ?? 0) + flow;
	}
}
