import type { IHttpRequestOptions } from 'n8n-workflow';

import type { AppCredential } from '../../../outbound/auth/appCredential';
import type { NodeContext } from '../../../outbound/auth/nodeContext';
import { revokeUnkept } from '../../../outbound/connections/revokeUnkept';
import { sealConnection } from '../../../outbound/connections/seal';
import { BOUNDS } from '../../../outbound/http/bounds';
import { createRuntime } from '../../../outbound/http/runtime';
import { newKey } from '../../support/sealing';
import { contextWith, says, tokenAnswer, type Answer } from '../auth/helpers';
import { quickRuntime } from '../client/scripted';
import { connectionOf, recipientApp } from './support';

const sealed = (app: AppCredential, ...names: readonly string[]): string[] =>
	names.map((name) =>
		sealConnection(
			connectionOf({
				connectionId: `connection-${name}`,
				accessToken: `access-${name}`,
				refreshToken: `refresh-${name}`,
			}),
			app,
		),
	);

const askedFor = (sent: readonly IHttpRequestOptions[]) =>
	sent.map(({ method, headers }) =>
		method === 'DELETE' ? `DELETE ${String(Object(headers).Authorization)}` : 'token',
	);

const SHORT = { ...BOUNDS, requestMs: 100 };

async function revoke(answers: readonly Answer[], app: AppCredential, texts: readonly string[]) {
	const { context, sent } = contextWith(answers);
	const end = await revokeUnkept(context, app, texts, quickRuntime({ bounds: SHORT }));
	return { end, asked: askedFor(sent) };
}

describe('connections of a stopped execution', () => {
	it('are revoked one by one, each with its own token', async () => {
		const app = recipientApp();
		const { asked } = await revoke([says(204, '')], app, sealed(app, 'a', 'b'));
		expect(asked).toEqual(['DELETE Bearer access-a', 'DELETE Bearer access-b']);
	});

	it('are revoked although the execution sends nothing any more', async () => {
		const stop = new AbortController();
		stop.abort();
		const app = recipientApp();
		const { context, sent } = contextWith([says(204, '')]);
		const runtime = createRuntime({ signal: stop.signal });
		await revokeUnkept(context, app, sealed(app, 'a'), runtime);
		expect(askedFor(sent)).toEqual(['DELETE Bearer access-a']);
	});

	it('are all tried, whatever Flinks says of one of them', async () => {
		const app = recipientApp();
		const script = [says(403, { message: 'Forbidden' }), says(204, '')];
		const { end, asked } = await revoke(script, app, sealed(app, 'a', 'b'));
		expect(end).toBeUndefined();
		expect(asked).toEqual(['DELETE Bearer access-a', 'DELETE Bearer access-b']);
	});

	it('are all tried, and nothing is thrown, where the network is gone', async () => {
		const app = recipientApp();
		const gone = Object.assign(new Error('x'), { code: 'ENOTFOUND' });
		const { end, asked } = await revoke([gone], app, sealed(app, 'a', 'b'));
		expect(end).toBeUndefined();
		expect(new Set(asked)).toEqual(new Set(['DELETE Bearer access-a', 'DELETE Bearer access-b']));
	});

	it('are asked about once more by their refresh token where the answer is unclear', async () => {
		const app = recipientApp();
		const script = [says(200, '<html></html>'), tokenAnswer('access-2'), says(204, '')];
		const { end, asked } = await revoke(script, app, sealed(app, 'a', 'b'));
		expect(end).toBeUndefined();
		expect(asked).toEqual(['DELETE Bearer access-a', 'token', 'DELETE Bearer access-b']);
	});

	it('hold up no other one where their text does not open, and no token is sent', async () => {
		const app = recipientApp();
		const [ofOther = ''] = sealed({ ...app, connectionKey: newKey() }, 'x');
		const [own = ''] = sealed(app, 'a');
		const { asked } = await revoke([says(204, '')], app, [ofOther, 'no connection', own]);
		expect(asked).toEqual(['DELETE Bearer access-a']);
	});

	it('are waited for no longer than the bounds of the run say', async () => {
		const app = recipientApp();
		let given = 0;
		const httpRequest = async ({ abortSignal }: IHttpRequestOptions): Promise<unknown> => {
			given += 1;
			return await new Promise((_resolve, reject) => {
				const signal = abortSignal as AbortSignal | undefined;
				signal?.addEventListener('abort', () => reject(new Error('aborted')));
			});
		};
		const context = { helpers: { httpRequest } } as unknown as NodeContext;
		const runtime = quickRuntime({ bounds: { ...BOUNDS, tryMs: 20, requestMs: 100 } });
		await revokeUnkept(context, app, sealed(app, 'a'), runtime);
		expect(given).toBeGreaterThan(0);
	});

	it('that are none cost nothing', async () => {
		const { asked } = await revoke([says(204, '')], recipientApp(), []);
		expect(asked).toEqual([]);
	});
});
