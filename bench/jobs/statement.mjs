import { httpRequest, ourNode } from '../lib/nodes.mjs';

const BYTES = 50_000_000;

/** One statement of 50 MB, as a file of n8n's. */
export const statementFile = {
	id: 'statement of 50 MB',
	world: 'accounts',
	settings: { statementBytes: BYTES },
	memory: true,
	lightly: { statementBytes: 100_000 },
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
	targets: [{ what: 'MB of memory for 50 MB', atMost: 10, of: 'oursGrownMB' }],
};
