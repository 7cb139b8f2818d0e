import type { Host } from '../host/host';
import { keepsCursors } from './keepsCursors';
import { triggerName } from './triggerName';

/** One text that n8n keeps for the trigger; it is saved with the execution that the look starts. */
export interface MemoryText {
	/** Blank the first time. */
	read(): string;
	/** `isSilent` where the look gives out nothing. */
	write(text: string, isSilent: boolean): void;
	/**
	 * True while n8n has not stored yet what the look before wrote. With durable poll cursors (2.41.1) it
	 * does not wait for that before it begins the next look, and the later write wins, whichever it is.
	 */
	isBehind(): boolean;
}

/** So long n8n may take to store; after that, what it has counts. */
const STORING_MS = 30_000;

interface Written {
	readonly text: string;
	readonly at: number;
	/** Of a first look that gave out nothing. */
	readonly isFirst: boolean;
}

/**
 * What this process wrote last, where n8n keeps cursors. n8n stores what a silent look wrote on schedule, but
 * not at publication; without this, what happens until the next look would be in no event.
 */
const written = new Map<string, Written>();

export function memoryText(host: Host, name: string): MemoryText {
	const data = host.memory();
	const trigger = triggerName(host.context);
	const last = written.get(trigger);
	const now = () => host.runtime().now();
	const value = data[name];
	const stored = typeof value === 'string' ? value : '';
	const isFirst = stored === '' && last?.isFirst === true;
	return {
		read: () => (isFirst ? last.text : stored),
		write(text, isSilent) {
			if (data[name] !== text) data[name] = text;
			if (!keepsCursors(host)) return;
			written.set(trigger, { text, at: now(), isFirst: stored === '' && isSilent });
		},
		isBehind() {
			if (!last || isFirst || !keepsCursors(host)) return false;
			return stored !== last.text && now() - last.at < STORING_MS;
		},
	};
}
