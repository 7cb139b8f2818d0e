import { readAnswer } from '../../../outbound/connections/readAnswer';
import { NOW, content, recipientApp, stateOf } from './support';

const app = recipientApp();
const query = (fields: object) => ({ query: { state: stateOf(app), ...fields } });

describe('readAnswer', () => {
	it('gives the code with the link it answers', () => {
		expect(readAnswer(query({ code: 'c0de' }), app, NOW)).toEqual({
			kind: 'done',
			value: { kind: 'allowed', code: 'c0de', link: content() },
		});
	});

	it('gives a refusal with the link it answers', () => {
		expect(readAnswer(query({ error: 'access_denied' }), app, NOW)).toEqual({
			kind: 'done',
			value: { kind: 'declined', error: 'access_denied', link: content() },
		});
	});

	it('takes the provider of its link where one is named, and no other', () => {
		const named = (provider_id: string) => query({ code: 'c0de', provider_id });
		expect(readAnswer(named('1000'), app, NOW).kind).toBe('done');
		expect(readAnswer(named('2000'), app, NOW)).toMatchObject({
			kind: 'failed',
			failure: {
				kind: 'invalid-input',
				title: expect.stringContaining('another provider'),
				remedy: 'Nothing was sent to Flinks. Send the customer a new link.',
			},
		});
	});

	it.each<[string, unknown, number, RegExp]>([
		['what is no answer', { hello: 1 }, NOW, /no answer of the consent page/],
		['what is too late', query({ code: 'c' }), NOW + 60_000, /has expired/],
		['what has another state', { code: 'c', state: 'x' }, NOW, /cannot be read/],
		['what another key signed', { code: 'c', state: stateOf(recipientApp()) }, NOW, /not signed/],
	])('refuses %s', (_, value, now, words) => {
		const answer = readAnswer(value, app, now);
		if (answer.kind === 'done') throw new Error('not refused');
		expect(answer.failure.kind).toBe('invalid-input');
		expect(answer.failure.title).toMatch(words);
		expect(answer.failure.remedy).toContain('Nothing was sent');
	});
});
