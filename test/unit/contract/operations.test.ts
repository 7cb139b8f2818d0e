import type { Contract } from '../../../contract/document';
import { findOperation } from '../../../contract/operations';

const named = (operationId: string) => ({ operationId, 'x-endpoints': {}, responses: {} });
const contract: Contract = {
	paths: {
		'/r/{id}/{list}': { get: named('parameters'), post: named('only') },
		'/r/{id}/requests': { get: named('late literal') },
		'/r/providers/{list}': {
			parameters: [{ name: 'list', in: 'path', schema: { type: 'array' } }],
			get: named('early literal'),
		},
	},
	components: {
		schemas: {},
		'x-error-lists': { authorization: { entries: [] }, dataAccess: { entries: [] } },
	},
};
const found = (method: string, path: string) => findOperation(contract, method, path);

describe('findOperation', () => {
	it.each([
		['GET', '/r/providers/requests', 'early literal'],
		['GET', '/r/a/requests', 'late literal'],
		['GET', '/r/a/b', 'parameters'],
		['POST', '/r/providers/requests', 'only'],
		['get', '/r/a/b', 'parameters'],
	])('%s %s is %s', (method, path, operationId) => {
		expect(found(method, path)?.operation.operationId).toBe(operationId);
	});

	it.each([
		['PUT', '/r/a/b'],
		['GET', '/r/a'],
		['GET', '/r/a/b/c'],
		['GET', '/r//b'],
		['GET', 'r/a/b'],
	])('%s %s is none', (method, path) => {
		expect(found(method, path)).toBeUndefined();
	});

	it('decodes a value after it was cut out, a list after it was split', () => {
		expect(found('GET', '/r/a%2Fb/c%2Cd')?.pathValues).toEqual({ id: 'a/b', list: 'c,d' });
		expect(found('GET', '/r/providers/a%2Fb,c%2Cd%2ce')?.pathValues).toEqual({
			list: ['a/b', 'c', 'd', 'e'],
		});
	});
});
