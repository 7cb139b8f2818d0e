import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IBinaryData } from 'n8n-workflow';

import { binaryDataOnDisk } from './host';

/** n8n keeps binary data as files while `work` runs, as its server does by default since 2.0. */
export async function onDisk(
	work: (pathOf: (binary: IBinaryData) => string) => Promise<void>,
): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), 'binary-data-'));
	const { pathOf, restore } = await binaryDataOnDisk(folder);
	try {
		await work(pathOf);
	} finally {
		restore();
		await rm(folder, { recursive: true, force: true });
	}
}
