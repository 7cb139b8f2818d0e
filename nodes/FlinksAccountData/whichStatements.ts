import { checkId } from '../../outbound/model/ids';
import type { Outcome } from '../../outbound/outcome';
import { done } from '../../outbound/outcome';
import { accounts } from '../shared/accounts/accountFields';
import { perAuthentication } from '../shared/client/customerFields';
import { accountList } from '../shared/editor/lists';
import { branch, type Chosen } from '../shared/fields/branch';
import { group } from '../shared/fields/group';
import { text } from '../shared/fields/text';
import type { IdSet } from '../shared/pickers/idSet';
import { oneId } from '../shared/pickers/oneId';
import { period, type Days, type Period } from './period';

interface Cases {
	readonly id: { readonly accountId: string; readonly statementId: string };
	readonly period: { readonly accounts: IdSet; readonly period: Period<Days> };
}

/** The same, with the days. */
export type AskedStatements =
	| { readonly of: 'id'; readonly accountId: string; readonly statementId: string }
	| { readonly of: 'period'; readonly accounts: IdSet; readonly days: Days };

const one = {
	name: 'accountId',
	of: 'account',
	description: 'The account that the statement is of',
	fromField: 'accountId',
} as const;

const statementId = text({
	name: 'statementId',
	label: 'Statement ID',
	description: 'As Statement: Get Many gives it',
	default: '={{ $json.statementId }}',
	placeholder: 'e.g. st-2026-01',
	required: true,
	check: (id) => checkId(id, 'statement'),
});

/** Banks draw a statement up once a month: two months hold the last one surely. */
const TWO_MONTHS = 62;

/** Which statements an item asks for. */
export const whichStatements = branch<Cases>({
	name: 'statementsFrom',
	label: 'Statements',
	description: 'Which statements to download',
	options: [
		{
			name: 'All in a Period',
			value: 'period',
			description: 'Every statement of the chosen accounts that the bank lists for these days',
		},
		{ name: 'One by ID', value: 'id', description: 'One statement for each item' },
	],
	default: 'period',
	cases: {
		id: group({
			accountId: perAuthentication(
				oneId({ ...one, list: accountList }),
				oneId({ ...one, list: undefined }),
			),
			statementId,
		}),
		period: group({ accounts, period: period(TWO_MONTHS) }),
	},
});

/** What an item asks for, once it is known which day is today. */
export function statementsAsked(which: Chosen<Cases>, nowMs: number): Outcome<AskedStatements> {
	if (which.of === 'id') return done({ of: 'id', ...which.value });
	const { accounts: chosen, period: days } = which.value;
	const asked = days(nowMs);
	return asked.kind === 'failed'
		? asked
		: done({ of: 'period', accounts: chosen, days: asked.value });
}
