import { follow, loadContract, type Contract } from './document';
import { findOperation, type Match } from './operations';
import { requestChecker, type RequestToCheck } from './request';
import { responseChecker, type ResponseToCheck } from './response';
import { createSchemaChecks } from './schemas';

export type { RequestToCheck } from './request';
export type { ResponseToCheck } from './response';

/** Holds traffic to the contract. An empty list means that nothing is wrong. */
export interface ContractValidator {
	request(request: RequestToCheck): string[];
	response(response: ResponseToCheck): string[];
}

/** Builds the validator once; every check after that is quick and has no side effects. */
export function createContractValidator(contract: Contract = loadContract()): ContractValidator {
	const parts = {
		schema: createSchemaChecks(contract, false),
		parameter: createSchemaChecks(contract, true),
		follow: <T extends object>(node: T | { readonly $ref: string }): T => follow(contract, node),
	};
	const checkRequest = requestChecker(parts);
	const checkResponse = responseChecker(parts);

	const onOperation = (method: string, path: string, check: (match: Match) => string[]) => {
		try {
			const match = findOperation(contract, method, path.split('?')[0] ?? '');
			return match ? check(match) : [`${method} ${path} is not an operation of the contract`];
		} catch (error) {
			if (error instanceof URIError) return [`${path} is not validly percent-encoded`];
			throw error;
		}
	};
	return {
		request: (request) =>
			onOperation(request.method, request.path, (match) => checkRequest(match, request)),
		response: (response) =>
			onOperation(response.method, response.path, (match) => checkResponse(match, response)),
	};
}
