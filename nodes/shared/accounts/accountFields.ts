import { perAuthentication } from '../client/customerFields';
import { accountList } from '../editor/lists';
import { toggle } from '../fields/toggle';
import { idSetOrAll } from '../pickers/idSet';
import { oneId } from '../pickers/oneId';

const one = { name: 'accountId', of: 'account', description: 'The account to read' } as const;

export const account = perAuthentication(
	oneId({ ...one, list: accountList }),
	oneId({ ...one, list: undefined }),
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
