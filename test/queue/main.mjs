// `npm run test:queue`: all parts against one n8n in queue mode, in this order. The last ones take
// programs away, and have Flinks replace every refresh token.
import { after, test } from 'node:test';
import { given, openSetup } from './support/setup.mjs';

const PARTS = [
	'compose',
	'editor',
	'callbacks',
	'replays',
	'routing',
	'registrations',
	'pace',
	'outages',
	'rotation',
];

const chosen = PARTS.filter(
	(part) => given.words.length === 0 || given.words.some((word) => part.includes(word)),
);
const setup = await openSetup();
after(() => setup.close());
// node:test takes the run for over once all tests that it knows have ended: this one ends when it knows all.
let everyPartHasBegun;
test('every part can begin', () => new Promise((resolve) => (everyPartHasBegun = resolve)));
for (const part of chosen) {
	try {
		const { tests } = await import(`./${part}.mjs`);
		await tests(setup);
	} catch (error) {
		test(`${part} can begin`, () => {
			throw error;
		});
	}
}
everyPartHasBegun();
