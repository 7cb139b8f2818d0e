import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import { unknownOperation } from '../common/invalid';
import { checkLimit } from '../common/limit';
import { readCollection } from '../common/options';
import type { Parameters } from '../common/parameters';
import { readProvider } from '../common/providerField';
import type { Filters } from './filters';
import { readFilters } from './filters';

interface GetJob {
	readonly operation: 'getSupported';
	readonly providerId: string;
	readonly simplify: boolean;
}

interface ListJob {
	readonly operation: 'activeBasic' | 'activeDetailed' | 'supported';
	readonly filters: Filters;
	readonly limit: number | undefined;
	readonly simplify: boolean;
}

export type Job = GetJob | ListJob;

export function readJob(parameters: Parameters, item: number, json: IDataObject): Outcome<Job> {
	const operation = String(parameters.read('operation', item, 'getAllSupported'));
	const simplify = parameters.read('simplify', item, true) === true;
	if (operation === 'getSupported') {
		const provider = readProvider(parameters, item, json);
		if (provider.kind === 'failed') return provider;
		return done({ operation, providerId: provider.value, simplify });
	}
	const list = listOf(operation, parameters.read('detail', item, 'detailed'));
	if (!list) return failed(unknownOperation(operation));
	const filters = readFilters(readCollection(parameters, 'filters', item));
	if (filters.kind === 'failed') return filters;
	const limit = checkLimit(parameters, item, false);
	if (limit.kind === 'failed') return limit;
	return done({ operation: list, filters: filters.value, limit: limit.value, simplify });
}

function listOf(operation: string, detail: unknown): ListJob['operation'] | undefined {
	if (operation === 'getAllSupported') return 'supported';
	if (operation !== 'getAllActive') return undefined;
	return detail === 'basic' ? 'activeBasic' : 'activeDetailed';
}
