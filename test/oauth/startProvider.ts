import { fork } from 'node:child_process';
import path from 'node:path';

export interface ProviderOptions {
	readonly clientId: string;
	readonly clientSecret: string;
	readonly redirectUri: string;
	readonly authMethod: 'client_secret_basic' | 'client_secret_post';
	readonly rotate: boolean;
	/** Whether every authorization request has to bring a challenge (RFC 7636). */
	readonly pkce?: boolean;
}

export interface RunningProvider {
	readonly url: string;
	/** What became of each token request, oldest first. */
	readonly tokens: ReadonlyArray<{ readonly event: string; readonly grant: string }>;
	/** Resolves once `tokens` has all that the provider told before: its messages come in order. */
	told(): Promise<void>;
	stop(): Promise<void>;
}

type Told =
	{ readonly url: string } | { readonly event: string; readonly grant: string } | { echo: true };

/** Starts oidc-provider in a process of its own: it is ESM, which jest's modules are not. */
export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
	const script = path.join(__dirname, 'oidcProvider.mjs');
	const child = fork(script, [JSON.stringify(options)], { silent: true, execArgv: [] });
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	let problems = '';
	child.stderr?.on('data', (text) => (problems += String(text)));
	const tokens: Array<{ event: string; grant: string }> = [];
	const url = await new Promise<string>((resolve, reject) => {
		child.once('exit', () => reject(new Error(`oidc-provider ended: ${problems}`)));
		child.on('message', (told: Told) => {
			if ('event' in told) tokens.push(told);
			else if ('url' in told) resolve(told.url);
		});
	});
	return {
		url,
		tokens,
		async told() {
			const answered = new Promise<void>((resolve) => {
				const listen = (told: Told): void => {
					if (!('echo' in told)) return;
					child.off('message', listen);
					resolve();
				};
				child.on('message', listen);
			});
			child.send('echo');
			await answered;
		},
		async stop() {
			child.kill();
			await ended;
		},
	};
}
