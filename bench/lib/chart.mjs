import * as vega from 'vega';
import { compile } from 'vega-lite';

const OURS = 'this package';

const rowsOf = (results) =>
	results
		.filter(({ peer }) => peer === 'HTTP Request')
		.flatMap(({ job, latencyMs, peerMs, oursMs, ratio }) => [
			{ job, latency: `${latencyMs} ms latency`, node: 'HTTP Request', ms: peerMs, label: '' },
			{ job, latency: `${latencyMs} ms latency`, node: OURS, ms: oursMs, label: `${ratio} x` },
		]);

/** Bars of both nodes per job, one column for each latency; a logarithmic axis, as times differ 50-fold. */
const specOf = (values) => ({
	$schema: 'https://vega.github.io/schema/vega-lite/v6.json',
	title: {
		text: 'Time for a job, in milliseconds (shorter is better)',
		subtitle: 'Medians in one n8n against one sandbox, logarithmic scale; x = times faster',
	},
	background: 'white',
	data: { values },
	facet: { column: { field: 'latency', title: null, sort: null } },
	spec: {
		width: 260,
		height: { step: 16 },
		encoding: {
			y: {
				field: 'job',
				type: 'nominal',
				title: null,
				sort: null,
				axis: { labelLimit: 260 },
			},
			yOffset: { field: 'node', sort: null },
			x: {
				field: 'ms',
				type: 'quantitative',
				scale: { type: 'log', domainMin: 10 },
				axis: { title: null, tickCount: 4, format: ',' },
			},
		},
		layer: [
			{
				mark: 'bar',
				encoding: {
					color: {
						field: 'node',
						title: null,
						scale: { domain: ['HTTP Request', OURS], range: ['#b8bcc4', '#2f6f8f'] },
						legend: { orient: 'bottom' },
					},
					x2: { datum: 10 },
				},
			},
			{
				mark: { type: 'text', align: 'left', dx: 4, fontSize: 10 },
				encoding: { text: { field: 'label' } },
			},
		],
	},
	config: { font: 'sans-serif', view: { stroke: null } },
});

/** The chart for the README. @returns {Promise<string>} SVG */
export async function chartOf(results) {
	const { spec } = compile(specOf(rowsOf(results)));
	return await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
}
