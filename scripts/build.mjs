// `npm run build`: a clean dist, compiled by tsc, with icons and codex files copied by gulp.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
function run(bin, args) {
	const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules', bin), ...args], {
		cwd: root,
		stdio: 'inherit',
	});
	if (status !== 0) process.exit(status ?? 1);
}

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
run('typescript/bin/tsc', ['-p', 'tsconfig.json']);
run('gulp/bin/gulp.js', ['--silent']);
