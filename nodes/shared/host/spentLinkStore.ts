import type { FunctionsBase } from 'n8n-workflow';

import type { SpentLinks, SpentLinkStore } from '../../../outbound/connections/spentLinks';

const NAME = 'spentLinks';

/** The node's own corner of the workflow; n8n saves it after each production run. */
export function spentLinkStore(
	context: Pick<FunctionsBase, 'getWorkflowStaticData'>,
): SpentLinkStore {
	const data = context.getWorkflowStaticData('node');
	return {
		read: () => linksIn(data[NAME]),
		write(spent) {
			data[NAME] = { ...spent };
		},
	};
}

function linksIn(value: unknown): SpentLinks {
	const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	return Object.fromEntries(
		entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
	);
}
