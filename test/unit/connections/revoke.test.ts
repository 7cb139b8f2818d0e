import { endConnection } from '../../../outbound/connections/revoke';
import type { Failure } from '../../../outbound/failure';
import { contextWith, says, tokenAnswer, type Answer } from '../auth/helpers';
import { quickRuntime } from '../client/scripted';
import { connectionOf, recipientApp } from './support';

async function end(answers: readonly Answer[], expired = false) {
	const { context, sent } = contextWith(answers);
	const connection = connectionOf(expired ? { accessTokenExpiresAt: 5 } : {});
	const app = recipientApp();
	const outcome = await endConnection(context, app, connection, quickRuntime()).catch(
		(error: { failure: Failure }) => error.failure,
	);
	const asked = sent.map(({ method, headers }) =>
		method === 'DELETE' ? `DELETE ${String(Object(headers).Authorization)}` : 'token',
	);
	return { outcome, asked };
}

const invalidGrant = says(400, { error: 'invalid_grant' });
const gone = says(401, { code: 602, message: 'Customer not authorized' });

describe('the end of a connection', () => {
	it('is revoked where Flinks says 204', async () => {
		expect(await end([says(204, '')])).toEqual({
			outcome: 'REVOKED',
			asked: ['DELETE Bearer access-1'],
		});
	});

	it('needs a renewed access token where the old one has ended', async () => {
		expect(await end([tokenAnswer('access-2'), says(204, '')], true)).toEqual({
			outcome: 'REVOKED',
			asked: ['token', 'DELETE Bearer access-2'],
		});
	});

	it('was before, where Flinks renews it no more or says 602', async () => {
		expect((await end([invalidGrant], true)).outcome).toBe('ENDED_BEFORE');
		expect((await end([gone, invalidGrant])).outcome).toBe('ENDED_BEFORE');
		expect((await end([gone, tokenAnswer('access-2'), gone])).outcome).toBe('ENDED_BEFORE');
	});

	it.each([says(200, ''), says(200, '<html></html>'), says(202, {}), says(503, '')])(
		'is believed after %j only where Flinks renews it no more',
		async (answer) => {
			expect(await end([answer, invalidGrant])).toEqual({
				outcome: 'ENDED',
				asked: ['DELETE Bearer access-1', 'token'],
			});
			for (const unclear of [tokenAnswer('access-2'), says(403, { message: 'Forbidden' })]) {
				const { outcome } = await end([answer, unclear]);
				expect(outcome).toMatchObject({ title: expect.stringContaining('is not known') });
			}
		},
	);

	it('names what came in place of the 204', async () => {
		const { outcome } = await end([says(200, ''), tokenAnswer('access-2')]);
		expect(outcome).toMatchObject({
			kind: 'unexpected-answer',
			status: 200,
			ambiguous: true,
			remedy: expect.stringMatching(/HTTP 200.+204.+To find out, run Revoke Connection again/),
		});
	});

	it('is not asked for where the network is not there', async () => {
		const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
		const { outcome } = await end([refused]);
		expect(outcome).toMatchObject({ kind: 'unreachable' });
		expect(outcome).not.toMatchObject({ title: expect.stringContaining('is not known') });
	});
});
