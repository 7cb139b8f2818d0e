import { providerFinder } from '../../../outbound/providers/find';

const PROVIDERS = [
	{ provider_id: 1, name: 'Crédit Général', country: 'CA', status: 'Activated' },
	{ provider_id: 2, name: 'GENERAL CREDIT UNION', country: 'US', status: 'Available' },
	{ provider_id: '33', country: 'CA' },
];
const ALL = { search: '', countries: [], statuses: [] };
const ids = (found: Array<{ provider_id: number | string }>) => found.map((one) => one.provider_id);

describe('providerFinder', () => {
	const find = providerFinder(PROVIDERS);

	it.each<[string, object, Array<number | string>]>([
		['everything', {}, [1, 2, '33']],
		['part of a name, whatever case and accents', { search: ' CREDIT ' }, [1, 2]],
		['accents that the name has not', { search: 'général cred' }, [2]],
		['a whole ID, not a part of it', { search: '33' }, ['33']],
		['no part of an ID', { search: '3' }, []],
		['a country', { countries: ['CA'] }, [1, '33']],
		['both countries', { countries: ['CA', 'US'] }, [1, 2, '33']],
		['a status, and rows that have none', { statuses: ['Activated'] }, [1, '33']],
		['all of them together', { search: 'credit', countries: ['US'], statuses: ['Activated'] }, []],
	])('finds %s', (_name, filters, expected) => {
		expect(ids(find({ ...ALL, ...filters }))).toEqual(expected);
	});

	it('stops at the limit, counted over what was found', () => {
		expect(ids(find({ ...ALL, countries: ['CA'] }, 1))).toEqual([1]);
	});

	it('bears names, countries and statuses that are null or of another kind', () => {
		const odd = JSON.parse(
			'[{"provider_id":1,"name":null},{"provider_id":2,"name":7,"country":null}]',
		);
		const search = providerFinder<{ provider_id: number }>(odd);
		expect(ids(search({ ...ALL, search: '7' }))).toEqual([2]);
		expect(ids(search({ ...ALL, countries: ['CA'] }))).toEqual([]);
	});

	it('reads each name once, however many searches follow', () => {
		let reads = 0;
		const many = Array.from({ length: 500 }, (_, at) => ({
			provider_id: at,
			get name() {
				reads += 1;
				return `Bank ${at}é`;
			},
		}));
		const search = providerFinder(many);
		for (let at = 0; at < 100; at += 1) search({ ...ALL, search: `bank ${at}e` }, 50);
		expect(reads).toBe(many.length);
	});
});
