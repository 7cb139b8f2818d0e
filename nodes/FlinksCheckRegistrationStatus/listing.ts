import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../outbound/http/client';
import type { Outcome } from '../../outbound/outcome';
import { done } from '../../outbound/outcome';
import { auditSummary, recipientSummaries } from '../../outbound/registrations/audit';
import type { RegistrationFilters } from '../../outbound/registrations/filters';
import { filterRegistrations } from '../../outbound/registrations/filters';
import type { Registration } from '../../outbound/model/types';
import { registrationRow } from '../../outbound/registrations/rows';
import type { Selection } from '../../outbound/registrations/select';
import { readSelections } from '../../outbound/registrations/select';
import { checkLimit } from '../common/limit';
import { readCollection } from '../common/options';
import type { Parameters } from '../common/parameters';
import { readIdSource } from '../common/readIdSource';
import type { ItemResult } from '../common/results';
import { allOrChosenRecipients } from '../common/sources';
import { readFilters } from './filters';

export interface Listing {
	readonly selection: Selection;
	readonly filters: RegistrationFilters;
	readonly limit: number | undefined;
}

/** One view of the filtered registrations: rows, summaries or the audit. */
export type View = (rows: readonly Registration[], nowMs: number, limit: number) => object[];

const views: Readonly<Record<string, View>> = {
	audit: (rows, nowMs) => [auditSummary(rows, nowMs)],
	getAll: (rows, nowMs, limit) => rows.slice(0, limit).map((row) => registrationRow(row, nowMs)),
	summarize: recipientSummaries,
};

/** Undefined for an operation this node does not have, such as n8n's Custom API Call. */
export function viewOf(operation: string): View | undefined {
	return views[operation];
}

export function readListing(
	parameters: Parameters,
	item: number,
	json: IDataObject,
): Outcome<Listing> {
	const selection = readIdSource(parameters, allOrChosenRecipients, item, json);
	if (selection.kind === 'failed') return selection;
	const filters = readFilters(readCollection(parameters, 'filters', item));
	if (filters.kind === 'failed') return filters;
	const limit = checkLimit(parameters, item, true);
	if (limit.kind === 'failed') return limit;
	return done({ selection: selection.value, filters: filters.value, limit: limit.value });
}

/** Every item gets its own rows; what items have in common is read from Flinks once. */
export async function list(
	client: Client,
	view: View,
	asked: ReadonlyArray<Outcome<Listing>>,
): Promise<ItemResult[]> {
	const wanted = asked.flatMap((item) => (item.kind === 'done' ? [item.value.selection] : []));
	const selected = await readSelections(client, wanted);
	const now = client.runtime.now();
	return asked.map((item) => {
		if (item.kind === 'failed') return item;
		const { selection, filters, limit = Infinity } = item.value;
		const rows = selected(selection);
		if (rows.kind === 'failed') return rows;
		const kept = filterRegistrations(rows.value, filters, now);
		return done(view(kept, now, limit).map((row): IDataObject => ({ ...row })));
	});
}
