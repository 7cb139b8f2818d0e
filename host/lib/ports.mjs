import net from 'node:net';
import { HostProblem } from './problem.mjs';

const LOOPBACK = '127.0.0.1';
const TRIES = 20;

/** @returns {Promise<number | undefined>} the port that could be bound; 0 asks for any free one. */
function bind(port) {
	return new Promise((resolve) => {
		const server = net.createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, LOOPBACK, () => {
			const { port: bound } = server.address();
			server.close(() => resolve(bound));
		});
	});
}

/** A free port of the system's choice. */
export const anyPort = () => bind(0);

/**
 * The port asked for, or the first free one from `preferred` upwards.
 * @throws {HostProblem} when the port asked for is taken
 */
export async function choosePort(flag, asked, preferred) {
	if (asked !== undefined) {
		if (await bind(asked)) return asked;
		throw new HostProblem(
			`Port ${asked} is already in use.`,
			`Stop the program that uses it, or choose another port: npm start -- --${flag} ${asked + 1}`,
		);
	}
	for (let port = preferred; port < preferred + TRIES; port += 1) {
		if (await bind(port)) return port;
	}
	throw new HostProblem(
		`Ports ${preferred} to ${preferred + TRIES - 1} are all in use.`,
		`Choose a free one: npm start -- --${flag} 12345`,
	);
}
