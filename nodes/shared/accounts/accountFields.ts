import { perAuthentication } from '../client/customerFields';
import { accountList } from '../editor/lists';
import { toggle } from '../fields/toggle';
import { idSetOrAll } from '../pickers/idSet';
import { oneId } from '../pickers/oneId';

const one = { of: 'account', description: 'The account to read' } as const;

/**
 * Two names: of one name n8n would keep the value of a new node, From List, when its credential is one
 * of many customers, for which there is no list.
 */
export const account = perAuthentication(
	oneId({ ...one, name: 'accountId', list: accountList }),
	oneId({ ...one, name: 'customerAccountId', list: undefined, fromField: 'accountId' }),
);

export const accounts = perAuthentication(
	idSetOrAll({ of: 'account', list: accountList }),
	idSetOrAll({ of: 'account', list: undefined }),
);

export const fullNumbers = toggle({
	name: 'fullNumbers',
	label: 'Full Account Numbers',
	description:
		'Whether to include complete account and routing numbers. Otherwise at most the last four digits are shown, also in raw data.',
	default: false,
});
