import type { Host } from '../host/host';

/**
 * True with n8n's durable poll cursors (2.36 and newer), which are stored together with the execution:
 * there the state is a plain copy, while static data carries n8n's own mark for changes.
 */
export function keepsCursors(host: Host): boolean {
	return !Object.hasOwn(host.memory(), '__dataChanged');
}
