import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_MAX_SEGMENT_LENGTH } from '../../outbound/registrations/plan';
import { idSourceFields } from '../common/idSource';
import { requestsAtOnceField } from '../common/options';
import { partnerAuthenticationField } from '../common/partnerAuthentication';
import { chosenProviders, chosenRecipients } from '../common/sources';

export const properties: INodeProperties[] = [
	partnerAuthenticationField,
	{
		displayName:
			'Every recipient is registered with every provider of the same item. Flinks and the bank approve afterwards, which can take days.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	...idSourceFields(chosenRecipients),
	...idSourceFields(chosenProviders),
	{
		displayName: 'Skip Existing',
		name: 'skipExisting',
		type: 'boolean',
		default: true,
		description:
			'Whether to leave out what is already registered, in whatever status. It comes out marked ALREADY_REGISTERED.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Longest ID List',
				name: 'maxSegmentLength',
				type: 'number',
				typeOptions: { minValue: 30, maxValue: 4000 },
				default: DEFAULT_MAX_SEGMENT_LENGTH,
				description:
					'The most characters of IDs in one part of the address. Raise it for fewer requests if Flinks takes longer addresses.',
			},
			requestsAtOnceField,
		],
	},
];
