import * as vega from 'vega';
import { compile } from 'vega-lite';

const PEER = 'HTTP Request';
const OURS = 'this package';

/** A few jobs that the HTTP Request node can do as a whole. */
const rowsOf = (results) =>
	results
		.filter(({ chart }) => chart)
		.flatMap(({ job, latencyMs, peerMs, oursMs, ratio }) => {
			const row = { job, latency: `${latencyMs} ms latency`, peerMs, oursMs };
			return [
				{ ...row, node: PEER, ms: peerMs, label: '' },
				{ ...row, node: OURS, ms: oursMs, label: `${ratio} x` },
			];
		});

const milliseconds = {
	type: 'quantitative',
	scale: { type: 'log', domainMin: 20, nice: true },
	axis: { title: null, values: [100, 1000, 10_000], format: ',' },
};

const rules = {
	mark: { type: 'rule', color: '#c8ccd2', strokeWidth: 2 },
	encoding: { x: { field: 'oursMs', ...milliseconds }, x2: { field: 'peerMs' } },
};
const dots = {
	mark: { type: 'circle', size: 110, opacity: 1 },
	encoding: {
		x: { field: 'ms', ...milliseconds },
		color: {
			field: 'node',
			title: null,
			scale: { domain: [PEER, OURS], range: ['#8a9099', '#2f6f8f'] },
			legend: { orient: 'bottom' },
		},
	},
};
const labels = {
	mark: { type: 'text', dy: -11, fontSize: 10 },
	encoding: { x: { field: 'ms', ...milliseconds }, text: { field: 'label' } },
};

/** Two dots per job, one column for each latency; a logarithmic axis, as times differ 50-fold. */
const specOf = (values) => ({
	$schema: 'https://vega.github.io/schema/vega-lite/v6.json',
	title: {
		text: 'Time for a job in milliseconds: further left is faster',
		subtitle: 'Medians in one n8n against one sandbox, logarithmic scale; x = times faster',
		anchor: 'start',
	},
	background: 'white',
	data: { values },
	facet: { column: { field: 'latency', title: null, sort: null } },
	spec: {
		width: 260,
		height: { step: 30 },
		encoding: {
			y: { field: 'job', type: 'nominal', title: null, sort: null },
		},
		layer: [rules, dots, labels],
	},
	config: {
		font: 'sans-serif',
		view: { stroke: '#e3e5e8' },
		axis: { labelLimit: 320 },
	},
});

/** The chart for the README. @returns {Promise<string>} SVG */
export async function chartOf(results) {
	const { spec } = compile(specOf(rowsOf(results)));
	return await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
}
