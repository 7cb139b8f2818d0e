import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';

const KEPT = 100;

/** A file that is made while it is sent, so that its size costs nothing. */
export interface SandboxFile {
	readonly type: string;
	/** Bytes. */
	readonly size: number;
	open(): Readable;
}

/** Files to be fetched elsewhere, without a bearer, by whoever has the address. */
export class Files {
	private readonly kept = new Map<string, SandboxFile>();

	keep(file: SandboxFile): string {
		const [oldest] = this.kept.keys();
		if (oldest !== undefined && this.kept.size >= KEPT) this.kept.delete(oldest);
		const name = randomUUID();
		this.kept.set(name, file);
		return name;
	}

	get(name: string): SandboxFile | undefined {
		return this.kept.get(name);
	}

	clear(): void {
		this.kept.clear();
	}
}
