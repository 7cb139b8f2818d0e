import type { IDataObject } from 'n8n-workflow';

import { recordLogs } from '../../engine/harness/host';
import { everything, type Act } from '../matrix/ran';

/** Looks of a polling trigger: one while the fault is there, one when it is over. */
export interface Polling {
	look(): Promise<IDataObject[]>;
	/** Everything is as usual from now on. */
	calm(): void;
	/** To be told what the second look gave; nothing where Flinks has gone away for good. */
	cameLater(rows: readonly IDataObject[] | undefined): void;
}

export const poll: Act = async (_node, { polling }) => {
	if (!polling) throw new Error('The job does not say how to look');
	const [{ rows, error }, logs] = await recordLogs(async () => {
		try {
			return { rows: await polling.look(), error: undefined };
		} catch (thrown) {
			return { rows: [], error: thrown };
		}
	});
	polling.calm();
	polling.cameLater(await polling.look().catch(() => undefined));
	return {
		output: [rows.map((json) => ({ json, pairedItem: { item: 0 } }))],
		error,
		left: { rows: JSON.stringify(rows), error: everything(error), logs: everything(logs) },
	};
};
