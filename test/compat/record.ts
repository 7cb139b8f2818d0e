// `npm run compat:record`: stores what the coming release promises. What was released is never stored anew.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { describePackage, manifest } from './describe';

const { version } = manifest;
const released = execFileSync('git', ['tag', '--list', `v${version}`], { encoding: 'utf8' }).trim();
if (released !== '') {
	throw new Error(`${released} is released. Raise the version in package.json first.`);
}
const file = path.join(__dirname, `${version}.json`);
writeFileSync(file, `${JSON.stringify(describePackage(), null, '\t')}\n`);
