import { parseArgs } from 'node:util';

import { DEMO, startSandbox, type SandboxOptions } from './index';

const HELP = `Usage: npm run sandbox -- [options]

  --port N           port on 127.0.0.1 (default 4010, or SANDBOX_PORT)
  --recipients N     how many data recipients (default 6)
  --providers N      how many data providers (default 25)
  --registrations N  how many registrations (default: a small mixed set)
  --clock DATE       sandbox time at the start, for example 2026-01-31T08:00:00Z
  --latency MS       added to every API answer
  --progress A,B     new registrations are approved after A seconds and active B seconds later
  --set NAME=JSON    any setting, for example --set badTokenStatus=400 (repeatable)
`;

function read(): SandboxOptions | undefined {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		options: {
			port: text,
			recipients: text,
			providers: text,
			registrations: text,
			clock: text,
			latency: text,
			progress: text,
			set: { type: 'string', multiple: true },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return undefined;
	const settings = Object.fromEntries((values.set ?? []).map(readSetting));
	const [approve, activate] = (values.progress ?? '').split(',');
	const progress = {
		approveAfterMs: wholeNumber('--progress', approve, 0) * 1000,
		activateAfterMs: wholeNumber('--progress', activate, 0) * 1000,
	};
	const startAt = values.clock === undefined ? undefined : Date.parse(values.clock);
	if (Number.isNaN(startAt))
		throw new RangeError('--clock needs a date such as 2026-01-31T08:00:00Z');
	return {
		port: wholeNumber('--port', values.port ?? process.env.SANDBOX_PORT, 4010),
		settings: { ...settings, ...(values.progress ? { registrationProgress: progress } : {}) },
		...(values.latency ? { latencyMs: wholeNumber('--latency', values.latency, 0) } : {}),
		seed: {
			recipients: wholeNumber('--recipients', values.recipients, 6),
			providers: wholeNumber('--providers', values.providers, 25),
			...(values.registrations === undefined
				? {}
				: { registrations: wholeNumber('--registrations', values.registrations, 0) }),
			startAt,
		},
	};
}

function readSetting(text: string): [string, unknown] {
	const at = text.indexOf('=');
	const value = text.slice(at + 1);
	try {
		return [text.slice(0, at), JSON.parse(value)];
	} catch {
		return [text.slice(0, at), value];
	}
}

function wholeNumber(name: string, text: string | undefined, usual: number): number {
	if (text === undefined || text === '') return usual;
	if (!/^\d+$/.test(text)) throw new RangeError(`${name} needs a whole number, not "${text}"`);
	return Number(text);
}

async function main(): Promise<void> {
	const options = read();
	if (!options) return void process.stdout.write(HELP);
	const sandbox = await startSandbox(options);
	process.stdout.write(`Flinks Outbound sandbox: ${sandbox.url}

  Partner    client id ${DEMO.partnerId}   secret ${DEMO.partnerSecret}
  Recipient  client id ${DEMO.recipientId}   secret ${DEMO.recipientSecret}   (${DEMO.recipientName})

  Use this address as API and as authorization base URL. Any redirect URI on this machine is accepted.
  In a browser it shows registrations, connections and the last requests. Ctrl-C stops it.
`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
	}
}

main().catch((error: unknown) => {
	const { message = String(error), code } =
		error instanceof Error ? (error as NodeJS.ErrnoException) : {};
	const hint = code === 'EADDRINUSE' ? 'That port is taken: choose another with --port' : message;
	process.stderr.write(`The sandbox cannot start. ${hint}\n`);
	process.exitCode = 1;
});
