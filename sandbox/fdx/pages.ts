import type { FastifyRequest } from 'fastify';

import { queryOf, textOf, type Fields } from '../http/input';
import { fdxRefusal } from '../http/refusals';
import type { World } from '../world';
import type { Access } from './access';
import { openCursor, sealCursor, type Place } from './cursor';
import { cut } from './cut';

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
	const { settings } = world;
	const query = queryOf(request);
	const path = request.url.split('?', 1)[0] ?? '';
	const list = JSON.stringify([access.connection.sub, path, filters]);
	const limit = limitOf(world, query);
	const { items, next } = cut(settings, all, limit, placeOf(list, query));
	const total = settings.totalElements ? { totalElements: all.length } : {};
	if (!next) {
		const blank = settings.lastPageCursor === 'blank' ? { nextOffset: '' } : {};
		return { items, page: { ...blank, ...total }, links: {} };
	}
	const nextOffset = sealCursor(list, next);
	const asked = new URLSearchParams({ ...filters, limit: String(limit), offset: nextOffset });
	const href = `${settings.nextLinkOrigin}${path}?${asked.toString()}`;
	return {
		items,
		page: { ...(settings.nextPage === 'link' ? {} : { nextOffset }), ...total },
		links: settings.nextPage === 'nextOffset' ? {} : { next: { href } },
	};
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

function placeOf(list: string, query: Fields): Place {
	if (query.offset === undefined || query.offset === '') return { position: 0, step: 0 };
	const place = openCursor(list, textOf(query, 'offset') ?? '');
	if (!place) throw fdxRefusal(401, 'offset is not a cursor of this list');
	return place;
}
