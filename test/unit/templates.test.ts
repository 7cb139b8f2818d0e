import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

const folder = path.resolve(__dirname, '../../workflows');
const Template = z.object({
	settings: z.object({ saveDataSuccessExecution: z.string().optional() }),
	nodes: z.array(z.object({ type: z.string() })),
});
/** What gives out a customer's data, or a secret. */
const PRIVATE = /\.flinks(?:GetAccounts|AccountData|DataRecipients|TransactionTrigger)$/;

const files = readdirSync(folder).map((file) => ({
	file,
	...Template.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
}));
const withData = files.filter(({ nodes }) => nodes.some(({ type }) => PRIVATE.test(type)));

describe('a template with data of customers', () => {
	it.each(withData)('keeps no production execution that succeeded: $file', ({ settings }) => {
		expect(settings.saveDataSuccessExecution).toBe('none');
	});

	it('is each but those about registrations', () => {
		const others = files.filter((one) => !withData.includes(one)).map(({ file }) => file);
		expect(others).toEqual(['registration-audit.json', 'registration-became-active.json']);
	});
});
