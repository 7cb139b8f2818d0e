import { httpRequest, ourNode } from '../lib/nodes.mjs';

const BYTES = 50_000_000;
const sized = (size, statementBytes) => ({ size, settings: { statementBytes } });

/** One statement of 50 MB, as a file of n8n's. */
export const statementFile = {
	id: 'statement of 50 MB',
	world: 'accounts',
	settings: { statementBytes: BYTES },
	/** The least, the usual, and one that shows whether memory goes with the size. */
	adds: [sized('10 KB', 10_000), sized('50 MB', BYTES), sized('400 MB', 400_000_000)],
	items: ({ accountIds: [accountId], statementId }) => [{ accountId, statementId }],
	peer: ({ url, credentials }) =>
		httpRequest(
			{
				url: `=${url}/api/fdx/5/accounts/{{ $json.accountId }}/statements/{{ $json.statementId }}`,
				options: { response: { response: { responseFormat: 'file' } } },
			},
			credentials.genericRecipient,
		),
	ours: ({ credentials }) =>
		ourNode(
			'flinksAccountData',
			{
				authentication: 'connectedAccount',
				resource: 'statement',
				operation: 'download',
				statementsFrom: 'id',
				accountId: { __rl: true, mode: 'field', value: 'accountId' },
				statementId: '={{ $json.statementId }}',
				options: {},
			},
			credentials.recipient,
		),
	rows: 1,
	targets: [
		{ what: 'MB that 50 MB add to 10 KB', atMost: 10, of: 'oursAddedMB' },
		{ what: 'MB with garbage collected all the time', atMost: 10, of: 'oursHeldMB' },
	],
};
