import type { INodeProperties } from 'n8n-workflow';

import { readIds } from '../../outbound/model/ids';
import { PROVIDER_STATUSES } from '../../outbound/model/types';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { ProviderFilters } from '../../outbound/providers/find';
import type { Show } from '../common/idSource';
import { invalid } from '../common/invalid';
import { countriesField } from '../common/listFields';

export interface Filters extends ProviderFilters {
	readonly isEnabledForClient: boolean | undefined;
}

const search: INodeProperties = {
	displayName: 'Search',
	name: 'search',
	type: 'string',
	default: '',
	placeholder: 'e.g. credit union',
	description: 'Only providers whose name contains this text. Case and accents do not count.',
};

const enabled: INodeProperties = {
	displayName: 'Enabled for the Recipient',
	name: 'isEnabledForClient',
	type: 'boolean',
	default: true,
	description:
		'Whether to return only providers that are Activated. Off returns only those that are not.',
};

const statuses: INodeProperties = {
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	options: [
		{ name: 'Activated', value: 'Activated', description: 'Customers can connect' },
		{ name: 'Available', value: 'Available', description: 'Not registered yet' },
		{
			name: 'Pending Activation',
			value: 'PendingActivation',
			description: 'Registration was requested and waits',
		},
		{ name: 'Suspended', value: 'Suspended', description: 'Registered, but switched off' },
	],
	default: [],
	description: 'Only providers in these statuses',
};

const collection = (options: INodeProperties[], show: Show): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	displayOptions: { show },
	default: {},
	options,
});

export function supportedFilterFields(show: Show): INodeProperties {
	return collection([countriesField, search], show);
}

export function activeFilterFields(detail: 'basic' | 'detailed', show: Show): INodeProperties {
	const options =
		detail === 'basic' ? [countriesField, search] : [countriesField, enabled, search, statuses];
	return collection(options, show);
}

export function readFilters(given: Readonly<Record<string, unknown>>): Outcome<Filters> {
	const wanted = listIn(given.countries);
	const strange = wanted.find((country) => country !== 'CA' && country !== 'US');
	if (strange !== undefined) {
		return failed(invalid('Countries', `"${strange}" is not one of them. Use CA, US or both.`));
	}
	const inStatus = listIn(given.statuses);
	const unknown = inStatus.find((one) => !PROVIDER_STATUSES.some((status) => status === one));
	if (unknown !== undefined) {
		const known = PROVIDER_STATUSES.join(', ');
		return failed(invalid('Statuses', `Flinks has no status "${unknown}". Use any of ${known}.`));
	}
	const { isEnabledForClient, search: text } = given;
	return done({
		search: typeof text === 'string' || typeof text === 'number' ? String(text) : '',
		countries: wanted,
		statuses: inStatus,
		isEnabledForClient:
			typeof isEnabledForClient === 'boolean' ? isEnabledForClient : enabledBy(inStatus),
	});
}

/** Where the statuses lie on one side of "enabled", Flinks need not send the other side. */
function enabledBy(inStatus: readonly string[]): boolean | undefined {
	if (inStatus.length === 0) return undefined;
	if (inStatus.every((status) => status === 'Activated')) return true;
	return inStatus.includes('Activated') ? undefined : false;
}

function listIn(value: unknown): string[] {
	const read = readIds(value ?? []);
	return 'ids' in read ? read.ids : [];
}
