import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_BOUND } from '../../outbound/http/limiter';
import type { Parameters } from './parameters';

/** How hard Flinks may be asked; the default is measured, see docs/performance.md. */
export const requestsAtOnceField: INodeProperties = {
	displayName: 'Requests at Once',
	name: 'requestsAtOnce',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 50 },
	default: DEFAULT_BOUND,
	description:
		'The most requests that run at the same time. Lower it if Flinks often answers that there are too many.',
};

/** The options of a collection, as one record. */
export function readCollection(
	parameters: Parameters,
	name: string,
	item: number,
): Readonly<Record<string, unknown>> {
	const value = parameters.read(name, item, {});
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** `requestsAtOnce` of the first item: it holds for the whole run. */
export function requestsAtOnce(parameters: Parameters): number | undefined {
	const { requestsAtOnce: value } = readCollection(parameters, 'options', 0);
	return typeof value === 'number' && value >= 1 ? Math.floor(value) : undefined;
}
