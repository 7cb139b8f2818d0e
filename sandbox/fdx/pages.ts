import type { FastifyRequest } from 'fastify';

import { queryOf, textOf, type Fields } from '../http/input';
import { fdxRefusal } from '../http/refusals';
import type { World } from '../world';
import type { Access } from './access';
import { openCursor, sealCursor } from './cursor';

export interface Page<T> {
	readonly items: readonly T[];
	readonly page: { readonly nextOffset?: string; readonly totalElements?: number };
	readonly links: { readonly next?: { readonly href: string } };
}

/** Cuts the page asked for by `limit` and `offset`. `filters` are repeated in the next link. */
export function pageOf<T>(
	world: World,
	request: FastifyRequest,
	access: Access,
	all: readonly T[],
	filters: Readonly<Record<string, string>> = {},
): Page<T> {
	const query = queryOf(request);
	const path = request.url.split('?', 1)[0] ?? '';
	const list = JSON.stringify([access.connection.sub, path, filters]);
	const limit = limitOf(world, query);
	const start = startOf(list, query);
	const end = start + limit;
	const total = world.settings.totalElements ? { totalElements: all.length } : {};
	const items = all.slice(start, end);
	if (end >= all.length) {
		const blank = world.settings.lastPageCursor === 'blank' ? { nextOffset: '' } : {};
		return { items, page: { ...blank, ...total }, links: {} };
	}
	const nextOffset = sealCursor(list, end);
	const next = new URLSearchParams({ ...filters, limit: String(limit), offset: nextOffset });
	const href = `${world.settings.nextLinkOrigin}${path}?${next.toString()}`;
	return { items, page: { nextOffset, ...total }, links: { next: { href } } };
}

function limitOf(world: World, query: Fields): number {
	const { default: usual, max } = world.settings.pageSize;
	if (query.limit === undefined) return usual;
	const limit = Number(textOf(query, 'limit') || NaN);
	if (!Number.isInteger(limit) || limit < 1) {
		throw fdxRefusal(401, 'limit must be a whole number of at least 1');
	}
	return Math.min(limit, max);
}

function startOf(list: string, query: Fields): number {
	if (query.offset === undefined || query.offset === '') return 0;
	const start = openCursor(list, textOf(query, 'offset') ?? '');
	if (start === undefined) throw fdxRefusal(401, 'offset is not a cursor of this list');
	return start;
}
