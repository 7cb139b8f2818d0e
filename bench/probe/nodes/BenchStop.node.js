'use strict';
const stopwatch = require('./stopwatch.js');

/** Stops the stopwatch; one item tells the time and what arrived. */
exports.BenchStop = class BenchStop {
	description = {
		displayName: 'Bench Stop',
		name: 'benchStop',
		group: ['transform'],
		version: 1,
		description: 'Stops the stopwatch',
		defaults: { name: 'Bench Stop' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute() {
		const time = await stopwatch.stop();
		const items = this.getInputData();
		return [[{ json: { ...time, items: items.length, sample: items[0]?.json } }]];
	}
};
