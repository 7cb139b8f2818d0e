import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

import type { Row } from './row';

/** A row that shares no object with `row`, so that it may be changed alone; texts are not copied. */
export function ownRow({ json, binary, output }: Row): Row {
	const own: IDataObject = {};
	for (const [key, value] of Object.entries(json)) {
		own[key] = typeof value === 'object' && value !== null ? deepCopy(value) : value;
	}
	return {
		json: own,
		...(binary ? { binary: ownFiles(binary) } : {}),
		...(output === undefined ? {} : { output }),
	};
}

/** n8n keeps a file elsewhere, or in one text: several items may name it. */
function ownFiles(binary: IBinaryKeyData): IBinaryKeyData {
	return Object.fromEntries(Object.entries(binary).map(([name, file]) => [name, { ...file }]));
}
