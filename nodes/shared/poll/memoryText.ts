import type { Host } from '../host/host';
import { keepsCursors } from './keepsCursors';
import { triggerName } from './triggerName';

/** One text that n8n keeps for the trigger; it is saved with the execution that the look starts. */
export interface MemoryText {
	/** Blank the first time. */
	read(): string;
	/** `isSilent` where the look gives out nothing. */
	write(text: string, isSilent: boolean): void;
}

/**
 * What first looks saw that gave out nothing. n8n's durable poll cursors keep a silent look on schedule, but
 * not the one at publication (2.41.1); without this, what happens until the next one would be in no event.
 */
const firstLooks = new Map<string, string>();

export function memoryText(host: Host, name: string): MemoryText {
	const data = host.memory();
	const trigger = triggerName(host.context);
	const stored = data[name];
	const isBlank = typeof stored !== 'string' || stored === '';
	if (!isBlank) firstLooks.delete(trigger);
	return {
		read: () => (isBlank ? (firstLooks.get(trigger) ?? '') : stored),
		write(text, isSilent) {
			if (data[name] !== text) data[name] = text;
			if (isBlank && isSilent && keepsCursors(host)) firstLooks.set(trigger, text);
		},
	};
}
