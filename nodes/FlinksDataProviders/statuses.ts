import type { ProviderStatus } from '../../outbound/model/types';
import { choices } from '../shared/fields/choice';

export const statuses = choices<ProviderStatus>({
	name: 'statuses',
	label: 'Statuses',
	description:
		'Which statuses to return. Choose none for every provider. One whose status cannot be read comes out as UNKNOWN.',
	options: [
		{ name: 'Activated', value: 'Activated', description: 'Customers can connect' },
		{ name: 'Available', value: 'Available', description: 'Not registered yet' },
		{
			name: 'Pending Activation',
			value: 'PendingActivation',
			description: 'Registration was requested and waits',
		},
		{
			name: 'Suspended',
			value: 'Suspended',
			description: 'Not enabled for the recipient; Flinks does not say why',
		},
	],
	default: ['Activated'],
});

/** Where the statuses lie on one side of "enabled", Flinks need not send the other side. */
export function enabledBy(inStatus: readonly ProviderStatus[]): boolean | undefined {
	if (inStatus.length === 0) return undefined;
	if (inStatus.every((status) => status === 'Activated')) return true;
	return inStatus.includes('Activated') ? undefined : false;
}
