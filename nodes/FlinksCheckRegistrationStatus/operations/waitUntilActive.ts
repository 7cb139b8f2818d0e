import { mapInTurns } from '../../../outbound/http/turns';
import { done, failed } from '../../../outbound/outcome';
import { registrationRow } from '../../../outbound/registrations/registrationRow';
import { waitUntilActive as waitForAll } from '../../../outbound/registrations/waitUntilActive';
import { partner } from '../../shared/client/partner';
import { providerList, recipientList } from '../../shared/editor/lists';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import { ofFirstItem } from '../../shared/fields/field';
import { idSet } from '../../shared/pickers/idSet';
import { number } from '../../shared/fields/number';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { pairsOf } from '../../../outbound/registrations/pairs';

const waitMinutes = number({
	name: 'waitMinutes',
	label: 'Wait at Most (Minutes)',
	description:
		'When to stop waiting; with 0 the status is looked at once. The workflow keeps its worker meanwhile: for hours or days use the Flinks Registration Trigger.',
	min: 0,
	max: 1440,
	decimals: true,
	default: 10,
});

const everySeconds = ofFirstItem(
	number({
		name: 'everySeconds',
		label: 'Look Every (Seconds)',
		description: 'How often to ask Flinks for the status',
		min: 1,
		max: 3600,
		default: 30,
	}),
);

export const waitUntilActive = operation({
	value: 'waitUntilActive',
	name: 'Wait Until Active',
	action: 'Wait until registrations are active',
	description: 'Look again and again until the chosen registrations are ACTIVE or the time is over',
	subtitle:
		'"wait until all are ACTIVE, " + $parameter["waitMinutes"] + " min at most, asking every " + $parameter["everySeconds"] + " s"',
	access: partner,
	fields: {
		recipients: idSet({ of: 'recipient', list: recipientList }),
		providers: idSet({ of: 'provider', list: providerList }),
		waitMinutes,
		everySeconds,
		options: options({ requestsAtOnce }),
	},
	atOnce: (job) => job.options.requestsAtOnce,
	/** All items wait together, so the longest wait is the wait of the node. */
	async run(asked, { client }) {
		const startedAt = client.runtime.now();
		const entries = await mapInTurns(asked, ({ job }) => ({
			pairs: pairsOf(job.recipients, job.providers),
			deadline: startedAt + job.waitMinutes * 60_000,
		}));
		const settled = await waitForAll(client, entries, (asked[0]?.job.everySeconds ?? 1) * 1000);
		const now = client.runtime.now();
		return await mapInTurns(settled, (result) =>
			result.kind === 'failed'
				? failed(result.failure)
				: done(rowsFrom(result.value.map((row) => registrationRow(row, now)))),
		);
	},
});
