import { median, rangeOf, runOnce } from './measure.mjs';

/** So many downloads of next to nothing load all code that a download needs. */
const BEFORE = 10;

const megabytes = (bytes) => Number((bytes / 1e6).toFixed(1));

const spread = (grown) => ({
	median: megabytes(median(grown)),
	range: rangeOf(grown).map(megabytes),
});

/** What the usual size adds to the least as a first run, and what it takes with garbage collected. */
function summaryOf(added) {
	const [least, usual] = added;
	const adds = (side) => Number((usual[side].median - least[side].median).toFixed(1));
	return {
		peerAddedMB: adds('peer'),
		oursAddedMB: adds('ours'),
		oursHeldMB: added.at(-1).ours.median,
	};
}

/**
 * How far a job makes n8n grow at several sizes: as the first thing that a fresh n8n does, after ten runs of
 * the least size, and so with young garbage collected all the time. Sides and sizes take turns.
 * @returns {Promise<{added: object[], peerAddedMB: number, oursAddedMB: number, oursHeldMB: number}>} what the
 *   usual size adds to the least, as a first run, and what it takes with garbage collected; all in MB
 */
export async function addedBySize(sides, job, { world, restart, times, note }) {
	const [least, usual] = job.adds;
	const grownBy = async (side, { settings }, how) =>
		(await runOnce(side, { ...job, settings }, world, 0, how)).grownBytes;
	const first = async (side, size) => {
		await restart();
		return await grownBy(side, size);
	};
	const later = (how) => async (side, size) => {
		await restart();
		for (let run = 0; run < BEFORE; run += 1) await grownBy(side, least);
		return await grownBy(side, size, how);
	};
	const rows = [
		...job.adds.map((size) => ({ what: `first: ${size.size}`, size, grow: first })),
		{ what: `after ten of ${least.size}: ${usual.size}`, size: usual, grow: later() },
		{
			what: `the same, garbage collected every 5 ms`,
			size: usual,
			grow: later({ collecting: true }),
		},
	].map((row) => ({ ...row, peer: [], ours: [] }));
	for (let time = 0; time < times; time += 1) {
		for (const row of rows) {
			note(`memory, ${row.what}, ${time + 1} of ${times}`);
			for (const side of ['peer', 'ours']) row[side].push(await row.grow(sides[side], row.size));
		}
	}
	const added = rows.map(({ what, peer, ours }) => ({
		what,
		peer: spread(peer),
		ours: spread(ours),
	}));
	return { added, ...summaryOf(added) };
}
