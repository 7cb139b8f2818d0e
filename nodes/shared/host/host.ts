import type { IBinaryData, ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import type { NodeContext } from '../../../outbound/auth/nodeContext';
import type { Runtime } from '../../../outbound/http/runtime';
import type { ItemInput } from '../input/itemInput';

/**
 * What a node can ask of n8n, the same whether n8n runs it (`execute`), polls it, hands it a webhook
 * or fills a list in the editor. Made by `hosts.ts`.
 */
export interface Host {
	/** For sessions, which need n8n's request helpers. */
	readonly context: NodeContext;
	readonly node: INode;
	/** Input items; one empty item where n8n hands in none. */
	readonly items: readonly ItemInput[];
	/** The first item, or an empty one: parameters that hold for the whole run are read with it. */
	readonly first: ItemInput;
	/** Whether a credential of this type is chosen in the node; nothing is read. */
	hasCredential(type: string): boolean;
	/** @throws what n8n throws where the credential cannot be read */
	credential(type: string): Promise<ICredentialDataDecryptedObject>;
	/** A new runtime: tries and cancel signal are those of this kind of run. */
	runtime(atOnce?: number): Runtime;
	/** The node's own corner of the workflow's static data; n8n saves it after production runs. */
	memory(): IDataObject;
	/** A file for a row, kept where n8n keeps binary data. */
	file(content: FileContent, name: string, mimeType?: string): Promise<IBinaryData>;
}

/** What n8n takes as the content of a file: bytes, or a stream of them. */
export type FileContent = Parameters<
	Extract<NodeContext, { helpers: { prepareBinaryData: unknown } }>['helpers']['prepareBinaryData']
>[0];
