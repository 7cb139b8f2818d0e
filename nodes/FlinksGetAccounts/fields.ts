import { accountList } from '../shared/editor/lists';
import { perAuthentication } from '../shared/client/customerFields';
import { idSetOrAll } from '../shared/pickers/idSet';
import { number } from '../shared/fields/number';
import { oneId } from '../shared/pickers/oneId';
import { toggle } from '../shared/fields/toggle';

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
		'Whether to include complete account and routing numbers. Otherwise only the last four digits are shown, also in raw data.',
	default: false,
});

export const pageSize = number({
	name: 'pageSize',
	label: 'Page Size',
	description: 'Accounts asked for with one request. Without this option the bank decides.',
	min: 1,
	default: 100,
});
