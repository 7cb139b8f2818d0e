import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { rootDir } from '../../../host/lib/paths.mjs';

const { ENDPOINTS } = await tsImport('../../../outbound/model/endpoints.ts', import.meta.url);

/** Flinks' endpoints by name, in their order. */
export const endpoints = ENDPOINTS;

// One path that a partner asks for every provider, and a recipient for its own active ones.
const TWO = { A3: true, I1: false };

/** Whether a request of the sandbox's log was one to this endpoint, and went well. */
export function isTo(name, { method, route, clientId, status }, recipientId) {
	const { method: wanted, path: template } = ENDPOINTS[name];
	const shape = (text) => text.replace(/\{\w+\}/g, '{}').replace(/:\w+/g, '{}');
	const fits = method === wanted && shape(route) === shape(template) && status > 0 && status < 400;
	return fits && (TWO[name] === undefined || TWO[name] === (clientId === recipientId));
}

/** The README's table: by endpoint, the nodes and operations that use it. */
export function endpointsInReadme() {
	const readme = readFileSync(path.join(rootDir, 'README.md'), 'utf8');
	const rows = [...readme.matchAll(/^\| ([AFGIR]\d) \| ([^|]+) \| ([^|]+) \|$/gm)];
	return Object.fromEntries(rows.map(([, name, , usedBy]) => [name, usedBy]));
}
