import type { INodeProperties } from 'n8n-workflow';

/** A pace that an operator agreed with Flinks; kept to by outbound/auth/keepPace.ts. */
export const paceField: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'The most requests that one n8n process starts in a second with this client ID, token requests of the nodes included. 0 sets no limit. Each worker of queue mode counts alone: with four workers enter a quarter of what Flinks allows.',
};
