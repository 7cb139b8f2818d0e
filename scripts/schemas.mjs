// `npm run schemas:record`: runs the engine tests and adds to nodes/*/__schema__ the fields of rows they see.
// Look at the difference before you commit it: a field that should not be there is a fault of the node.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(
	process.execPath,
	[jest, '--selectProjects=engine', '--runInBand', ...process.argv.slice(2)],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, ROW_SCHEMAS: 'record' } },
);
process.exitCode = status ?? 1;
