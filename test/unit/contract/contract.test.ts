import { loadContract } from '../../../contract/document';
import { operations } from '../../../contract/operations';
import { unmarked } from './evidence';

const contract = loadContract();

const ENDPOINTS: Readonly<Record<string, readonly [string, string, string]>> = {
	A1: ['GET', '/api/v1/authorize', 'authorizeWithDataProvider'],
	A2: ['POST', '/api/v1/token', 'getToken'],
	A3: ['GET', '/api/v1/providers', 'listSupportedDataProviders'],
	A4: ['GET', '/api/v2/providers', 'listActiveDataProvidersV2'],
	A5: ['DELETE', '/api/v1/revoke', 'revokeConnection'],
	R1: ['POST', '/api/v1/recipients', 'createDataRecipient'],
	R2: ['PUT', '/api/v1/recipients/{client_id}', 'updateDataRecipient'],
	R3: ['POST', '/api/v1/recipients/{client_id}/secret', 'regenerateDataRecipientSecret'],
	G1: [
		'POST',
		'/api/v1/recipients/providers/requests/{recipient_ids}/{provider_ids}',
		'requestDataProviderRegistrations',
	],
	G2: ['GET', '/api/v1/recipients/providers/requests', 'listRegistrations'],
	G3: ['GET', '/api/v1/recipients/{client_id}/providers/requests', 'listRecipientRegistrations'],
	I1: ['GET', '/api/v1/providers', 'listSupportedDataProviders'],
	I2: ['GET', '/api/v1/providers/{provider_id}', 'getSupportedDataProvider'],
	I3: ['GET', '/api/v1/recipients', 'listDataRecipients'],
	I4: ['GET', '/api/v1/recipients/{client_id}', 'getDataRecipient'],
	F1: ['GET', '/api/fdx/5/customers/current', 'getCurrentCustomer'],
	F2: ['GET', '/api/fdx/5/accounts', 'listAccounts'],
	F3: ['GET', '/api/fdx/5/accounts/{account_id}', 'getAccount'],
	F4: ['GET', '/api/fdx/5/accounts/{account_id}/transactions', 'listTransactions'],
	F5: ['GET', '/api/fdx/5/accounts/{account_id}/payment-networks', 'listPaymentNetworks'],
	F6: ['GET', '/api/fdx/5/accounts/{accountId}/statements', 'listStatements'],
	F7: ['GET', '/api/fdx/5/accounts/{accountId}/statements/{statementId}', 'downloadStatement'],
};

describe('the contract', () => {
	it('describes the 22 endpoints and nothing else', () => {
		const found = operations(contract).flatMap(({ method, template, operation }) =>
			Object.keys(operation['x-endpoints']).map(
				(id) => [id, [method, template, operation.operationId]] as const,
			),
		);
		expect(found).toHaveLength(22);
		expect(Object.fromEntries(found)).toEqual(ENDPOINTS);
	});

	it('marks every operation, parameter, body, response, header and field with its evidence', () => {
		expect(unmarked(contract)).toEqual([]);
	});

	it.each([
		[
			'field',
			{ components: { schemas: { A: { 'x-evidence': 'assumed', properties: { b: {} } } } } },
		],
		['referring field', { properties: { b: { $ref: '#/x' } } }],
		['operation', { paths: { '/a': { get: {} } } }],
		['parameter', { parameters: [{ name: 'a' }] }],
		['response', { responses: { '200': { description: 'a' } } }],
		['word', { responses: { '200': { 'x-evidence': 'guessed' } } }],
	])('would notice a %s without evidence', (_what, tree) => {
		expect(unmarked(tree)).toHaveLength(1);
	});
});
