'use strict';
const stopwatch = require('./stopwatch.js');

/** Takes the items out of the webhook's body, and starts the stopwatch when they are ready. */
exports.BenchStart = class BenchStart {
	description = {
		displayName: 'Bench Start',
		name: 'benchStart',
		group: ['transform'],
		version: 1,
		description: 'Starts the stopwatch',
		defaults: { name: 'Bench Start' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute() {
		const [{ json }] = this.getInputData();
		const { items, ...how } = json.body;
		const output = items.map((item) => ({ json: item, pairedItem: { item: 0 } }));
		await stopwatch.start(how);
		return [output];
	}
};
