import type { Host } from '../host/host';
import { keepsCursors } from './keepsCursors';
import { triggerName } from './triggerName';

/**
 * Whether an execution is known to have been stored for what a trigger gave out. n8n saves the state of
 * a trigger just before that execution, in two writes, and may be killed between them. A process that is
 * still there at the next look stored both; any other cannot know, and has to give it out again.
 */
export interface HandedOver {
	/** `batch` is any text that is different for what is different. */
	isSure(batch: string): boolean;
	remember(batch: string): void;
}

const given = new Map<string, string>();

export function handedOver(host: Host): HandedOver {
	const name = triggerName(host.context);
	const inOneWrite = keepsCursors(host);
	return {
		isSure: (batch) => inOneWrite || given.get(name) === batch,
		remember: (batch) => void given.set(name, batch),
	};
}
