import { execFileSync } from 'node:child_process';
import path from 'node:path';

import type { z } from 'zod';

const root = path.resolve(__dirname, '../..');

/**
 * The benchmark and the demo are JavaScript of their own and run in a Node of its own here too.
 * @param script an ES module, from the project's folder, that hands its answer to `answer`
 */
export function inNode<T>(shape: z.ZodType<T>, script: string): T {
	const whole = `const answer = (value) => console.log(JSON.stringify(value));\n${script}`;
	const args = ['--input-type=module', '--eval', whole];
	return shape.parse(
		JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })),
	);
}
