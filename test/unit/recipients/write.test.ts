import { FlinksFailure } from '../../../outbound/failure';
import { oneAtATime } from '../../../outbound/recipients/oneAtATime';
import { sendUris } from '../../../outbound/recipients/write';

const refused = (status?: number) =>
	new FlinksFailure({
		kind: 'unexpected-answer',
		title: 'Refused',
		remedy: 'Ask.',
		...(status === undefined ? {} : { status }),
	});

async function sent(uris: readonly string[], thrown: unknown) {
	const bodies: unknown[] = [];
	const ended = sendUris(uris, async (value) => {
		bodies.push(value);
		if (bodies.length === 1) throw thrown;
		return await Promise.resolve('done');
	});
	return { bodies, ended: await ended.catch((error: unknown) => error) };
}

describe('sending redirect URIs', () => {
	it.each([400, 415, 422])(
		'tries one as a text where a list was refused with %i',
		async (status) => {
			await expect(sent(['a'], refused(status))).resolves.toEqual({
				bodies: [['a'], 'a'],
				ended: 'done',
			});
		},
	);

	it.each([401, 409, 500, undefined])('sends nothing again after %p', async (status) => {
		const failure = refused(status);
		await expect(sent(['a'], failure)).resolves.toMatchObject({
			bodies: [['a']],
			ended: { failure: failure.failure },
		});
	});

	it.each([[['a', 'b']], [[]]])('never makes one text of %j', async (uris) => {
		const { bodies, ended } = await sent(uris, refused(400));
		expect(bodies).toEqual([uris]);
		expect(ended).toBeInstanceOf(FlinksFailure);
	});

	it('shows nothing of a defect, and leaves open whether it was written', async () => {
		const { bodies, ended } = await sent(['a'], new Error('Bearer abc'));
		expect(bodies).toHaveLength(1);
		expect(ended).toMatchObject({
			failure: {
				kind: 'unexpected-answer',
				title: 'Sending the redirect URIs failed in a way it was not prepared for',
				remedy: expect.stringMatching(/^Read the recipient to see what is stored,.*\.$/),
				ambiguous: true,
			},
		});
		expect(JSON.stringify(ended)).not.toContain('abc');
	});
});

describe('one at a time', () => {
	it('lets work of one key wait, of others not, and goes on after a failure', async () => {
		const inTurn = oneAtATime();
		const seen: string[] = [];
		const work =
			(name: string, fails = false) =>
			async () => {
				seen.push(`${name} starts`);
				await Promise.resolve();
				seen.push(`${name} ends`);
				if (fails) throw new Error(name);
				return name;
			};
		const first = inTurn('k', work('a', true)).catch(() => 'failed');
		const second = inTurn('k', work('b'));
		const other = inTurn('x', work('c'));
		expect(await Promise.all([first, second, other])).toEqual(['failed', 'b', 'c']);
		expect(seen.indexOf('b starts')).toBeGreaterThan(seen.indexOf('a ends'));
		expect(seen.indexOf('c starts')).toBeLessThan(seen.indexOf('a ends'));
	});

	it('still waits for what runs when something before it has ended', async () => {
		const inTurn = oneAtATime();
		const gate: Array<() => void> = [];
		const first = inTurn('k', async () => await Promise.resolve());
		const second = inTurn('k', async () => await new Promise<void>((go) => gate.push(go)));
		await first;
		const seen: string[] = [];
		const third = inTurn('k', async () => await Promise.resolve(void seen.push('third')));
		// Every microtask that could start it early has run by then.
		await new Promise(setImmediate);
		expect(seen).toEqual([]);
		gate[0]?.();
		await Promise.all([second, third]);
		expect(seen).toEqual(['third']);
	});
});
