import { inTurns, mapInTurns } from '../../../outbound/http/turns';
import { pairsOf } from '../../../outbound/registrations/pairs';
import { DEFAULT_MAX_SEGMENT_LENGTH } from '../../../outbound/registrations/plan';
import { requestPairs } from '../../../outbound/registrations/request';
import { describingItem } from '../../../outbound/registrations/requestItem';
import { partner } from '../../shared/client/partner';
import { providerList, recipientList } from '../../shared/editor/lists';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import { ofFirstItem } from '../../shared/fields/field';
import { idSet } from '../../shared/pickers/idSet';
import { notice } from '../../shared/fields/notice';
import { number } from '../../shared/fields/number';
import { toggle } from '../../shared/fields/toggle';
import { operation } from '../../shared/node/operation';
import { rowsFrom, wholeOrPart, type ItemResult } from '../../shared/output/row';

const skipExisting = ofFirstItem(
	toggle({
		name: 'skipExisting',
		label: 'Skip Existing',
		description:
			'Whether to leave out what is already registered, in whatever status. It comes out marked ALREADY_REGISTERED.',
		default: true,
	}),
);

const maxSegmentLength = ofFirstItem(
	number({
		name: 'maxSegmentLength',
		label: 'Longest ID List',
		description:
			'The most characters of IDs in one part of the address. Raise it for fewer requests if Flinks takes longer addresses.',
		min: 30,
		max: 4000,
		default: DEFAULT_MAX_SEGMENT_LENGTH,
	}),
);

export const request = operation({
	value: 'request',
	name: 'Request',
	action: 'Request registrations',
	description: 'Request the registration of every recipient with every provider of the item',
	access: partner,
	spends: 'registration',
	fields: {
		notice: notice(
			'notice',
			'Every recipient is registered with every provider of the same item. Flinks and the bank approve afterwards, which can take days.',
		),
		recipients: idSet({ of: 'recipient', list: recipientList }),
		providers: idSet({ of: 'provider', list: providerList }),
		skipExisting,
		options: options({ maxSegmentLength, requestsAtOnce }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	async run(asked, { client, runtime }) {
		const wanted = await mapInTurns(asked, ({ job }) => pairsOf(job.recipients, job.providers));
		const [first] = asked;
		const results = await requestPairs(client, wanted.flat(), {
			skipExisting: first?.job.skipExisting ?? true,
			maxSegmentLength: first?.job.options.maxSegmentLength ?? DEFAULT_MAX_SEGMENT_LENGTH,
		});
		const now = runtime.now();
		const ends: ItemResult[] = [];
		for (const pairs of wanted) {
			const { rows, failure } = await inTurns(describingItem(pairs, results, now));
			ends.push(wholeOrPart(rowsFrom(rows), failure));
		}
		return ends;
	},
});
