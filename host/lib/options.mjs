import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultStateDir } from './paths.mjs';
import { HostProblem } from './problem.mjs';

export const usage = `npm start [-- options]
  --port N           port of n8n (default: 5678, or the next free one)
  --sandbox-port N   port of the Flinks Outbound sandbox (default: 4010, or the next free one)
  --reset            forget the demo's n8n (database, owner, credentials) and begin anew
  --state DIR        keep the demo's files there (default: host/.state)
  --queue            n8n in queue mode: main, two workers, two webhook processes, Redis and Postgres;
                     always new, and nothing of it is kept
  --customers N      so many customers who are connected already, for the nightly templates; in a new
                     demo only, so with --queue or --reset
  --once             stop after printing the workflows' results
  --help             this text`;

function portOf(name, text) {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
	throw new HostProblem(`--${name} ${text} is not a port.`, 'Give a whole number from 1 to 65535.');
}

const MOST_CUSTOMERS = 10_000;

function customersOf({ customers, queue, reset }) {
	if (customers === undefined) return 0;
	const count = Number(customers);
	if (!/^\d+$/.test(customers) || count > MOST_CUSTOMERS) {
		throw new HostProblem(
			`--customers ${customers} is no number of customers.`,
			`Give a whole number from 0 to ${MOST_CUSTOMERS}.`,
		);
	}
	if (queue || reset) return count;
	throw new HostProblem(
		'--customers is for a new demo only.',
		'Add --queue, or --reset, which forgets what is there.',
	);
}

/** @returns {{port?: number, sandboxPort?: number, reset: boolean, queue: boolean, customers: number, once: boolean, stateDir: string, help: boolean}} */
export function parseOptions(argv) {
	let values;
	try {
		({ values } = parseArgs({
			args: argv,
			options: {
				port: { type: 'string' },
				'sandbox-port': { type: 'string' },
				reset: { type: 'boolean', default: false },
				state: { type: 'string', default: defaultStateDir },
				queue: { type: 'boolean', default: false },
				customers: { type: 'string' },
				once: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		}));
	} catch (error) {
		throw new HostProblem(error.message, usage);
	}
	return {
		port: portOf('port', values.port),
		sandboxPort: portOf('sandbox-port', values['sandbox-port']),
		reset: values.reset,
		queue: values.queue,
		customers: customersOf(values),
		once: values.once,
		stateDir: path.resolve(values.state),
		help: values.help,
	};
}
