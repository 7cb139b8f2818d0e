import getPort, { portNumbers } from 'get-port';
import { HostProblem } from './problem.mjs';

const host = '127.0.0.1';
const TRIES = 20;

/** A free port of the system's choice. */
export const anyPort = () => getPort({ host });

/**
 * The port asked for; without one, the first free one from `preferred` upwards, else any.
 * @throws {HostProblem} when the port asked for is taken
 */
export async function choosePort(flag, asked, preferred) {
	if (asked === undefined) {
		return await getPort({ host, port: portNumbers(preferred, preferred + TRIES) });
	}
	if ((await getPort({ host, port: asked })) === asked) return asked;
	throw new HostProblem(
		`Port ${asked} is already in use.`,
		`Stop the program that uses it, or choose another port: npm start -- --${flag} ${asked + 1}`,
	);
}
