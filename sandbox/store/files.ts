import { randomUUID } from 'node:crypto';

const KEPT = 100;

/** Files to be fetched elsewhere, without a bearer, by whoever has the address. */
export class Files {
	private readonly kept = new Map<string, Buffer>();

	keep(file: Buffer): string {
		const [oldest] = this.kept.keys();
		if (oldest !== undefined && this.kept.size >= KEPT) this.kept.delete(oldest);
		const name = randomUUID();
		this.kept.set(name, file);
		return name;
	}

	get(name: string): Buffer | undefined {
		return this.kept.get(name);
	}

	clear(): void {
		this.kept.clear();
	}
}
