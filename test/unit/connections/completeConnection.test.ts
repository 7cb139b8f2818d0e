import { completeConnection } from '../../../outbound/connections/completeConnection';
import type { Answer } from '../../../outbound/connections/readAnswer';
import { openConnection } from '../../../outbound/connections/seal';
import { createLinkGuard, type SpentLinks } from '../../../outbound/connections/spentLinks';
import { contextWith, says, tokenAnswer, type Answer as Sent } from '../auth/helpers';
import { quickRuntime } from '../client/scripted';
import { NOW, content, recipientApp } from './support';

const CONNECTED = tokenAnswer('access-1', { refresh_token: 'refresh-1', scope: 'ACCOUNT_BASIC' });

/** One process, with a store of its own and a customer who comes back as often as the test says. */
function customer(answers: readonly Sent[]) {
	const app = recipientApp();
	const { context, sent } = contextWith(answers);
	let stored: SpentLinks = {};
	const store = { read: () => stored, write: (next: SpentLinks) => void (stored = next) };
	const guard = createLinkGuard(store, app, NOW);
	const back = async (answer: Answer) =>
		await completeConnection(context, app, guard, answer, quickRuntime());
	return { app, back, sent };
}

const link = content();
const allowed: Answer = { kind: 'allowed', link, code: 'c0de' };
const declined: Answer = { kind: 'declined', link, error: 'access_denied' };

describe("a customer's return", () => {
	it('ends as a sealed connection that names its link, and what was asked and granted', async () => {
		const { app, back } = customer([CONNECTED]);
		const completion = await back(allowed);
		expect(completion).toEqual({
			kind: 'connected',
			row: {
				connection: expect.stringMatching(/^flinks-connection\.v1\./),
				connectionId: expect.stringMatching(/^[\da-f-]{36}$/),
				linkId: link.nonce,
				reference: 'customer-1042',
				requestedProviderId: '1000',
				scope: 'ACCOUNT_BASIC',
				requestedScope: 'ACCOUNT_BASIC TRANSACTIONS',
				connectedAt: expect.stringMatching(/^20.+Z$/),
				language: 'fr',
			},
		});
		const sealed = completion.kind === 'connected' ? completion.row.connection : '';
		expect(openConnection(sealed, app)).toMatchObject({
			kind: 'open',
			connection: { refreshToken: 'refresh-1' },
		});
	});

	it('says null where neither scope nor language is known', async () => {
		const { back } = customer([tokenAnswer('a', { refresh_token: 'r' })]);
		const { language: _, ...plain } = link;
		expect(await back({ ...allowed, link: plain })).toMatchObject({
			row: { scope: null, language: null },
		});
	});

	it('is spent the second time, and nothing is sent', async () => {
		const { back, sent } = customer([CONNECTED]);
		await back(allowed);
		expect(await back({ ...allowed, code: 'another' })).toEqual({
			kind: 'spent',
			failure: {
				kind: 'invalid-input',
				title: 'This authorization link was used already',
				remedy: expect.stringMatching(/^Nothing was sent to Flinks.+create a new link\.$/),
			},
		});
		expect(sent).toHaveLength(1);
	});

	it('is told once where the customer declined, and the link stays good', async () => {
		const { back, sent } = customer([CONNECTED]);
		expect(await back(declined)).toEqual({
			kind: 'declined',
			row: {
				linkId: link.nonce,
				reference: 'customer-1042',
				requestedProviderId: '1000',
				requestedScope: 'ACCOUNT_BASIC TRANSACTIONS',
				reason: 'customer',
				title: 'The customer did not give consent',
				remedy: expect.stringContaining('Nothing to repair'),
				error: 'access_denied',
				language: 'fr',
			},
		});
		expect(await back(declined)).toMatchObject({ kind: 'spent' });
		expect(sent).toEqual([]);
		expect(await back(allowed)).toMatchObject({ kind: 'connected' });
	});

	it('is told for each link that was declined', async () => {
		const { back } = customer([]);
		const other = { ...declined, link: content({ nonce: 'a-nonce-of-another-one' }) };
		expect(await back(declined)).toMatchObject({ kind: 'declined' });
		expect(await back(other)).toMatchObject({
			kind: 'declined',
			row: { linkId: 'a-nonce-of-another-one' },
		});
	});

	it('is not declined any more once it connected', async () => {
		const { back } = customer([CONNECTED]);
		await back(allowed);
		expect(await back(declined)).toMatchObject({ kind: 'spent' });
	});

	it('leaves the link usable where Flinks never saw the code, and says what was in the way', async () => {
		const noNetwork = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
		const { back } = customer([noNetwork, noNetwork, noNetwork, noNetwork, CONNECTED]);
		expect(await back(allowed)).toMatchObject({
			kind: 'failed',
			failure: { kind: 'unreachable' },
		});
		expect(await back(allowed)).toMatchObject({ kind: 'connected' });
	});

	it('spends the link where Flinks may have taken the code', async () => {
		const { back, sent } = customer([says(502, ''), CONNECTED]);
		expect(await back(allowed)).toMatchObject({ kind: 'failed', failure: { ambiguous: true } });
		expect(await back(allowed)).toMatchObject({ kind: 'spent' });
		expect(sent).toHaveLength(1);
	});

	it('is no news where Flinks counts the code as used: another process may have connected', async () => {
		const { back } = customer([says(400, { error: 'invalid_grant' })]);
		expect(await back(allowed)).toMatchObject({
			kind: 'spent',
			failure: { code: 'invalid_grant', kind: 'not-connected' },
		});
		const other = customer([says(400, { error: 'invalid_scope' })]);
		expect(await other.back(allowed)).toMatchObject({ kind: 'failed' });
	});
});
