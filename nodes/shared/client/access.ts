import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Client } from '../../../outbound/http/client';
import type { Runtime } from '../../../outbound/http/runtime';
import type { Outcome } from '../../../outbound/outcome';
import type { ItemInput } from '../input/itemInput';
import type { Host } from '../host/host';

/** The credential types of this package. */
export type CredentialName =
	'flinksOutboundAppApi' | 'flinksOutboundPartnerOAuth2Api' | 'flinksOutboundRecipientOAuth2Api';

/** What every opened access has; limiter, clock and cancel signal of the run are in it. */
export interface Running {
	readonly runtime: Runtime;
}

/** An access that sends everything with one token. */
export interface Sending extends Running {
	readonly client: Client;
}

/** With whose credential an operation asks Flinks, and what it gets to ask with. */
export interface Access<Opened> {
	/** Fields above the operation, such as Authentication. */
	readonly properties: readonly INodeProperties[];
	/** The credential that the parameters choose. */
	credential(first: ItemInput): CredentialName;
	/** Sends nothing. `atOnce` is the most requests in flight. */
	open(host: Host, atOnce?: number): Promise<Outcome<Opened>>;
	/** Further outputs where a parameter has this value, and what comes out at the first of them. */
	readonly more?: {
		readonly parameter: string;
		readonly value: string;
		readonly outputs: readonly string[];
		/** Gives them after the work is done; undefined where the parameter has another value. */
		items(opened: Opened): (() => Promise<INodeExecutionData[]>) | undefined;
	};
}
