import { FlinksCheckRegistrationStatus } from '../../nodes/FlinksCheckRegistrationStatus/FlinksCheckRegistrationStatus.node';
import { FlinksGetAccounts } from '../../nodes/FlinksGetAccounts/FlinksGetAccounts.node';
import { startSandbox, type Sandbox } from '../../sandbox';
import { runNode } from '../engine/harness';
import { byUnknownIssuer, selfSigned, startProxy, type Identity } from './proxy';
import { credentialsAt } from './support/credentials';

const IDENTITIES: ReadonlyArray<readonly [string, () => Identity, RegExp]> = [
	['a self-signed certificate', () => selfSigned(), /DEPTH_ZERO_SELF_SIGNED_CERT/],
	['an expired certificate', () => selfSigned(-1), /DEPTH_ZERO_SELF_SIGNED_CERT|CERT_HAS_EXPIRED/],
	['an issuer that is not sent', () => byUnknownIssuer(false), /UNABLE_TO_VERIFY_LEAF_SIGNATURE/],
	['an issuer that is not trusted', () => byUnknownIssuer(true), /SELF_SIGNED_CERT_IN_CHAIN/],
];

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());

describe.each(IDENTITIES)('a server with %s', (_, identity, code) => {
	it.each(['OAuth2', 'App'] as const)('is told at once, and gets nothing: %s', async (kind) => {
		const proxy = await startProxy(sandbox.url, [], identity());
		const credentials = credentialsAt(proxy.url, sandbox);
		const isApp = kind === 'App';
		try {
			const run = await runNode({
				node: isApp ? new FlinksCheckRegistrationStatus() : new FlinksGetAccounts(),
				parameters: isApp ? { authentication: 'app', operation: 'list' } : { operation: 'getAll' },
				credentials: isApp ? credentials.app('partner') : credentials.recipient(),
				onError: 'continueRegularOutput',
			});
			const shown = JSON.stringify(run.output);
			expect(shown).toContain('the security certificate of the server is not trusted');
			expect(shown).toMatch(code);
			expect(proxy.calls).toHaveLength(0);
			expect(proxy.connections).toBe(1);
		} finally {
			await proxy.close();
		}
	});
});
