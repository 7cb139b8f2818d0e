import getPort, { portNumbers } from 'get-port';
import { HostProblem } from './problem.mjs';

const host = '127.0.0.1';
const TRIES = 20;

/** A free port of the system's choice. */
export const anyPort = () => getPort({ host });

/** Browsers and fetch keep off the ports of some other protocols, such as 4190 or 6000, whatever answers there. */
async function isBlocked(port) {
	try {
		await fetch(`http://${host}:${port}`, { method: 'HEAD', signal: AbortSignal.timeout(1_000) });
		return false;
	} catch ({ cause }) {
		return cause?.message === 'bad port';
	}
}

/**
 * The port asked for; without one, the first free one from `preferred` upwards, else any.
 * @throws {HostProblem} when the port asked for is taken, or one that browsers open no page at
 */
export async function choosePort(flag, asked, preferred) {
	if (asked === undefined) {
		return await getPort({ host, port: portNumbers(preferred, preferred + TRIES) });
	}
	if (await isBlocked(asked)) {
		throw new HostProblem(
			`Browsers open no page at port ${asked}, which belongs to another protocol.`,
			`Choose another port: npm start -- --${flag} ${preferred}`,
		);
	}
	if ((await getPort({ host, port: asked })) === asked) return asked;
	throw new HostProblem(
		`Port ${asked} is already in use.`,
		`Stop the program that uses it, or choose another port: npm start -- --${flag} ${asked + 1}`,
	);
}
