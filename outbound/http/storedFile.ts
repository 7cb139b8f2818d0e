import type { IBinaryData } from 'n8n-workflow';

/** A file that went into n8n's binary data as a stream; only what describes it is in memory. */
export class StoredFile {
	constructor(
		readonly binary: IBinaryData,
		/** Where the file came from, if Flinks redirected to another host than its own. */
		readonly otherHost: string | undefined,
	) {}
}
