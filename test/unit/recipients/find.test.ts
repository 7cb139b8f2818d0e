import { nameFinder } from '../../../outbound/recipients/find';

const LIST = [
	{ client_id: 'dc-Abc', name: 'Crédit Maple' },
	{ client_id: 'dc-def', name: 'Maple Lending' },
	{ client_id: 'dc-ghi', name: null },
];

it.each([
	['maple', ['dc-Abc', 'dc-def']],
	[' CREDIT ', ['dc-Abc']],
	['lending', ['dc-def']],
	['DC-ABC', ['dc-Abc']],
	['dc-ghi', ['dc-ghi']],
	// A part of an ID means nothing to a person.
	['dc-', []],
	['', ['dc-Abc', 'dc-def', 'dc-ghi']],
	['nothing like it', []],
])('%j finds the recipients %j, in their order', (search, ids) => {
	expect(nameFinder(LIST)(search).map(({ client_id }) => client_id)).toEqual(ids);
});
