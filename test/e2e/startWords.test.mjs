import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosePort } from '../../host/lib/ports.mjs';
import { tableOf } from '../../host/lib/table.mjs';

const rows = (count) => Array.from({ length: count }, (_, index) => ({ name: 'n', index }));

test('one row or column that is not shown is counted as one', () => {
	assert.match(tableOf(rows(13)), /\n\(1 more row in the editor\)$/);
	assert.match(tableOf(rows(14)), /\n\(2 more rows in the editor\)$/);
	assert.match(tableOf(rows(13), 12), /\n\(1 more row and 1 more column in the editor\)$/);
});

test('a port that browsers refuse is said to be one, before anything is started', async () => {
	await assert.rejects(choosePort('sandbox-port', 4190, 4010), {
		message: 'Browsers open no page at port 4190, which belongs to another protocol.',
		remedy: 'Choose another port: npm start -- --sandbox-port 4010',
	});
});
