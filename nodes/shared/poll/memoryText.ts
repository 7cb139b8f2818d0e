import type { Host } from '../host/host';

/** One text that n8n keeps for the trigger; it is saved with the execution that the look starts. */
export interface MemoryText {
	/** Blank the first time. */
	read(): string;
	write(text: string): void;
}

export function memoryText(host: Host, name: string): MemoryText {
	const data = host.memory();
	return {
		read() {
			const value = data[name];
			return typeof value === 'string' ? value : '';
		},
		write(text) {
			if (data[name] !== text) data[name] = text;
		},
	};
}
