import { ENDPOINTS } from '../model/endpoints';
import type { ApiRequest } from '../wire';
import { joinSegment } from './batch';

type Table = typeof ENDPOINTS;

/** Endpoints that the client itself asks; the customer's browser opens the authorize page. */
export type EndpointName = {
	[Name in keyof Table]: Table[Name]['expects'] extends ApiRequest['expects'] ? Name : never;
}[keyof Table];

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
	? Name | NamesIn<Rest>
	: never;

/** The IDs that the path of an endpoint names; a list is joined by commas. */
export type IdsFor<Name extends EndpointName> = Readonly<
	Record<NamesIn<Table[Name]['path']>, string | readonly string[]>
>;

type Details = Pick<ApiRequest, 'accept' | 'body' | 'fileName' | 'query'> & {
	readonly purpose?: string;
};

/**
 * The request for an endpoint of the contract: its row of the table, IDs put in, each encoded alone.
 * @throws URIError for an ID with half a surrogate pair, which `checkId` refuses beforehand
 */
export function requestTo<Name extends EndpointName>(
	name: Name,
	ids: IdsFor<Name>,
	details: Details = {},
): ApiRequest {
	const { method, family, path, expects, purpose } = ENDPOINTS[name];
	const values: Readonly<Record<string, string | readonly string[]>> = ids;
	const put = (template: string, encode: (list: readonly string[]) => string) =>
		template.replace(/\{(\w+)\}/g, (_, key: string) => encode([values[key] ?? ''].flat()));
	return {
		method,
		family,
		path: put(path, joinSegment),
		expects,
		purpose: put(purpose, (list) => list.join(', ')),
		...details,
	};
}
