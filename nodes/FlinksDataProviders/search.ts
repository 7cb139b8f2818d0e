import { text } from '../shared/fields/text';

export const search = text({
	name: 'search',
	label: 'Search',
	placeholder: 'e.g. credit union',
	description: 'Only providers whose name contains this text. Case and accents do not count.',
});
