import type { IDataObject } from 'n8n-workflow';

import type { AccountQuery } from '../../outbound/endpoints/accounts';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import { invalid, unknownOperation } from '../common/invalid';
import { checkLimit } from '../common/limit';
import { readCollection } from '../common/options';
import type { Parameters } from '../common/parameters';
import { checkOneId, readIdSource } from '../common/readIdSource';
import { allOrChosenAccounts } from '../common/sources';

interface Shape {
	readonly simplify: boolean;
	readonly fullNumbers: boolean;
}

interface GetJob extends Shape {
	readonly operation: 'get';
	readonly accountId: string;
}

interface GetManyJob extends Shape, AccountQuery {
	readonly operation: 'getAll';
	readonly limit: number | undefined;
	readonly pageSize: number | undefined;
}

export type Job = GetJob | GetManyJob;

export function readJob(parameters: Parameters, item: number, json: IDataObject): Outcome<Job> {
	const { fullNumbers, pageSize } = readCollection(parameters, 'options', item);
	const shape: Shape = {
		simplify: parameters.read('simplify', item, true) === true,
		fullNumbers: fullNumbers === true,
	};
	const operation = String(parameters.read('operation', item, 'getAll'));
	if (operation !== 'get' && operation !== 'getAll') return failed(unknownOperation(operation));
	if (operation === 'get') {
		const accountId = checkOneId(locatorValue(parameters, item), 'account', 'Account');
		if (typeof accountId !== 'string') return failed(accountId);
		return done({ ...shape, operation: 'get', accountId });
	}
	const chosen = readIdSource(parameters, allOrChosenAccounts, item, json);
	if (chosen.kind === 'failed') return chosen;
	const limit = checkLimit(parameters, item, false);
	if (limit.kind === 'failed') return limit;
	const size = pageSize === undefined ? undefined : Number(pageSize);
	if (size !== undefined && !(Number.isInteger(size) && size > 0)) {
		return failed(invalid('Page Size', 'it is not a whole number above 0. Enter 1 or more.'));
	}
	return done({
		...shape,
		operation: 'getAll',
		accountIds: chosen.value === 'all' ? [] : chosen.value,
		resultType:
			parameters.read('resultType', item, 'details') === 'lightweight' ? 'lightweight' : 'details',
		limit: limit.value,
		pageSize: size,
	});
}

function locatorValue(parameters: Parameters, item: number): unknown {
	const locator = parameters.read('accountId', item, '');
	return typeof locator === 'object' && locator !== null && 'value' in locator
		? locator.value
		: locator;
}
