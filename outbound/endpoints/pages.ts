import type { Client } from '../http/client';
import type { CursorPage, FetchPage } from '../http/pages';
import { ENDPOINTS } from '../model/endpoints';
import { isRecord, type JsonRecord } from '../model/isRecord';
import type { ApiRequest, QueryValue } from '../wire';
import { recordsIn, unexpected } from './answers';
import { requestTo, type IdsFor } from './requestTo';

type Listing = 'F2' | 'F4' | 'F5' | 'F6';

/** The pages of an endpoint of data access, each row a record as the provider gave it. */
export function pagesOf<Name extends Listing>(
	client: Client,
	name: Name,
	ids: IdsFor<Name>,
	query: Readonly<Record<string, QueryValue>>,
): FetchPage<JsonRecord> {
	return async ({ offset, limit }) => {
		const request = requestTo(name, ids, { query: { ...query, offset, limit } });
		return pageIn(request, (await client.send(request)).body, ENDPOINTS[name].list);
	};
}

/** Providers may leave out `page` and `links` altogether; the list itself must be there. */
export function pageIn(request: ApiRequest, body: unknown, list: string): CursorPage<JsonRecord> {
	if (!isRecord(body)) throw unexpected(request, `a page of ${list} was expected`);
	return { rows: recordsIn(request, body[list]), ...nextIn(body), ...totalIn(body) };
}

/** FDX leaves the count to the provider. */
function totalIn({ page }: JsonRecord): Pick<CursorPage<unknown>, 'total'> {
	const total = isRecord(page) ? page.totalElements : undefined;
	return typeof total === 'number' ? { total } : {};
}

/**
 * `page.nextOffset`, or where it is missing the `offset` in `links.next.href`: only that, never its
 * host, since Flinks' own sample names another one and the bearer must not go there.
 */
function nextIn({ page, links }: JsonRecord): Pick<CursorPage<unknown>, 'nextOffset' | 'isBroken'> {
	const own = isRecord(page) ? page.nextOffset : undefined;
	const next = isRecord(links) ? links.next : undefined;
	const href = isRecord(next) ? next.href : next;
	const given = [own, href].find((value) => value !== undefined && value !== null && value !== '');
	if (given === undefined) return { nextOffset: undefined };
	const cursor = given === own ? cursorOf(own) : offsetIn(href);
	return cursor === undefined ? { nextOffset: undefined, isBroken: true } : { nextOffset: cursor };
}

function cursorOf(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function offsetIn(href: unknown): string | undefined {
	if (typeof href !== 'string') return undefined;
	const query = href.split('#')[0]?.split('?')[1] ?? '';
	const offset = new URLSearchParams(query).get('offset');
	return offset === null || offset === '' ? undefined : offset;
}
