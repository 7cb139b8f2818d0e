import type { INodeProperties } from 'n8n-workflow';

import type { Failure } from '../../outbound/failure';
import { checkId, readIds } from '../../outbound/model/ids';
import type { Outcome } from '../../outbound/outcome';
import { done, failed } from '../../outbound/outcome';
import type { RegistrationFilters } from '../../outbound/registrations/filters';
import { invalid } from '../common/invalid';
import { countriesField } from '../common/listFields';

export const filterFields: INodeProperties[] = [
	countriesField,
	{
		displayName: 'Provider IDs',
		name: 'providerIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1000,2000',
		description: 'Only these providers, separated by commas',
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Active', value: 'ACTIVE', description: 'Customers can connect' },
			{
				name: 'Pending Activation',
				value: 'PENDING_ACTIVATION',
				description: 'Approved by Flinks, waiting for the bank',
			},
			{ name: 'Pending Approval', value: 'PENDING_APPROVAL', description: 'Waiting for Flinks' },
		],
		default: [],
		description: 'Only registrations in these statuses',
	},
	{
		displayName: 'Waiting Longer Than (Days)',
		name: 'waitingLongerThanDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 7,
		description:
			'Only registrations that are not active and were requested more than so many days ago',
	},
];

export function readFilters(
	given: Readonly<Record<string, unknown>>,
): Outcome<RegistrationFilters> {
	const providers = readIds(given.providerIds ?? []);
	if ('problem' in providers) return failed(invalid('Provider IDs', providers.problem));
	const wrong = providers.ids.map((id) => checkId(id, 'provider')).find((one) => one !== undefined);
	if (wrong !== undefined) return failed(invalid('Provider IDs', wrong));
	const days = given.waitingLongerThanDays;
	if (days !== undefined && !isDays(days)) return failed(wrongDays());
	return done({
		statuses: texts(given.statuses),
		countries: texts(given.countries),
		providerIds: providers.ids,
		...(isDays(days) ? { waitingLongerThanDays: days } : {}),
	});
}

function isDays(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function wrongDays(): Failure {
	return invalid('Waiting Longer Than (Days)', 'it is not a number of days. Enter 0 or more.');
}

function texts(value: unknown): string[] {
	const read = readIds(value ?? []);
	return 'ids' in read ? read.ids : [];
}
