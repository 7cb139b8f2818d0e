import { number } from '../shared/fields/number';

export const pageSize = number({
	name: 'pageSize',
	label: 'Page Size',
	description: 'Accounts asked for with one request. Without this option the bank decides.',
	min: 1,
	default: 100,
});
