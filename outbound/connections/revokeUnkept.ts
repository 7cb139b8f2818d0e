import type { AppCredential } from '../auth/appCredential';
import type { NodeContext } from '../auth/nodeContext';
import type { Runtime } from '../http/runtime';
import { createRuntime } from '../http/runtime';
import { outcomeOf } from '../outcome';
import { endConnection } from './revoke';
import { openConnection } from './seal';

/**
 * Ends connections that a stopped execution had just made: n8n throws its output away, so nobody would
 * ever hold them. Never throws; whether Flinks did it can be told to nobody.
 * @param sealed as they would have come out
 */
export async function revokeUnkept(
	context: NodeContext,
	app: AppCredential,
	sealed: readonly string[],
	{ bounds }: Runtime,
): Promise<void> {
	// The runtime of the execution sends nothing any more.
	const runtime = createRuntime({ bounds });
	for (const text of sealed) {
		const opened = openConnection(text, app);
		if (opened.kind !== 'open') continue;
		await outcomeOf(async () => await endConnection(context, app, opened.connection, runtime));
	}
}
