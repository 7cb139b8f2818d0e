import path from 'node:path';
import { fileURLToPath } from 'node:url';

const hostDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const rootDir = path.dirname(hostDir);
export const n8nDir = path.join(hostDir, 'n8n');
export const node24Dir = path.join(hostDir, 'node24');
export const workflowsDir = path.join(rootDir, 'workflows');
/** Where `npm start` keeps its n8n between runs. Deleting it is always safe. */
export const defaultStateDir = path.join(hostDir, '.state');
