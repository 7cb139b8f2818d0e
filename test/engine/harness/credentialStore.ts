import type { ICredentialDataDecryptedObject, ICredentialType, IDataObject } from 'n8n-workflow';

/** A credential as n8n stores it, and the store that has it. */
export interface StoredCredential {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly store: CredentialStore;
}

/** Unique over all stores: n8n lets token requests for one id share their answer. */
let lastId = 0;

/** Stands in for the credentials table: data leaves and enters as copies. */
export class CredentialStore {
	readonly types: ReadonlyMap<string, ICredentialType>;

	private readonly rows = new Map<string, ICredentialDataDecryptedObject>();

	private readonly readCounts = new Map<string, number>();

	constructor(types: readonly ICredentialType[]) {
		this.types = new Map(types.map((type) => [type.name, type]));
	}

	add(type: string, data: ICredentialDataDecryptedObject, name = `My ${type}`): StoredCredential {
		if (!this.types.has(type)) throw new Error(`No credential type ${type} in this store`);
		const id = String(++lastId);
		this.rows.set(id, structuredClone(data));
		return { id, name, type, store: this };
	}

	/** What an engine read decrypts; each call counts as one read. */
	read(id: string): ICredentialDataDecryptedObject {
		this.readCounts.set(id, (this.readCounts.get(id) ?? 0) + 1);
		return this.peek(id);
	}

	write(id: string, data: ICredentialDataDecryptedObject) {
		this.peek(id);
		this.rows.set(id, structuredClone(data));
	}

	/** How often n8n decrypted the credential so far. */
	reads(credential: StoredCredential): number {
		return this.readCounts.get(credential.id) ?? 0;
	}

	data(credential: StoredCredential): ICredentialDataDecryptedObject {
		return this.peek(credential.id);
	}

	/** The stored token answer, with n8n's `n8n_expires_at` where the version writes it. */
	tokenData(credential: StoredCredential): IDataObject | undefined {
		return this.peek(credential.id).oauthTokenData as IDataObject | undefined;
	}

	setTokenData(credential: StoredCredential, oauthTokenData: IDataObject) {
		this.write(credential.id, { ...this.peek(credential.id), oauthTokenData });
	}

	/** The stored data, without counting as a read. */
	peek(id: string): ICredentialDataDecryptedObject {
		const row = this.rows.get(id);
		if (row === undefined) throw new Error(`No credential with id ${id}`);
		return structuredClone(row);
	}
}

export function createCredentialStore(types: readonly ICredentialType[]): CredentialStore {
	return new CredentialStore(types);
}
