import { dice } from '../random';
import {
	DATA_SCOPES,
	type AccountKind,
	type Country,
	type DataScope,
	type Provider,
} from '../store/types';
import { DEMO } from './demo';

const NAMED: ReadonlyArray<readonly [number, string, Country]> = [
	[1000, 'Flinks Capital', 'CA'],
	[2000, 'National Bank of Canada', 'CA'],
	[4013, '1st United CU', 'US'],
	[DEMO.providerWithoutPaymentNetworks, 'Prairie Sky Credit Union', 'CA'],
	[2200, 'Caisse du Fleuve', 'CA'],
	[4100, 'First Bank of Cedar Falls', 'US'],
	[2300, 'Atlantic Light Savings', 'CA'],
	[2310, 'Banque des Cantons', 'CA'],
	[2320, 'Coast Range Credit Union', 'CA'],
	[2330, 'Great Lakes Trust', 'CA'],
	[2340, 'Northern Shield Bank', 'CA'],
	[2350, 'Caisse des Laurentides', 'CA'],
	[2360, 'Red River Community Bank', 'CA'],
	[2370, 'Signal Hill Financial', 'CA'],
	[2380, 'Okanagan Valley Savings', 'CA'],
	[4110, 'Blue Ridge Federal Credit Union', 'US'],
	[4120, 'Copper State Bank', 'US'],
	[4130, 'Gulf Shore Savings Bank', 'US'],
	[4140, 'Hudson & Mohawk Trust', 'US'],
	[4150, 'Lake Champlain Bank', 'US'],
	[4160, "O'Brien Community Bank", 'US'],
	[4170, 'Pacific Teachers Credit Union', 'US'],
	[4180, 'Rio Grande Members CU', 'US'],
	[4190, 'Sawtooth Mountain Bank', 'US'],
	[4200, 'Tidewater National Bank', 'US'],
];

const LANDS = ['Valley', 'County', 'River', 'Hills', 'Lakes', 'Prairie', 'Coast'];
const FORMS = ['Credit Union', 'Federal Credit Union', 'Savings Bank', 'Community Bank', 'Trust'];
const ALL_KINDS: readonly AccountKind[] = ['deposit', 'loan', 'loc', 'investment'];

/** The nth provider: 25 with names and ids of their own, then as many US institutions as asked for. */
export function seedProvider(index: number, random: number): Provider {
	const [provider_id, name, country] = NAMED[index] ?? generated(index, random);
	const full = index < 6;
	return {
		provider_id,
		name,
		country,
		provider_url: `https://online.provider-${provider_id}.example/`,
		connectorName: country === 'US' ? 'akoya' : 'flinks',
		scopes: full ? DATA_SCOPES : scopesOf(index),
		accountKinds: full ? ALL_KINDS : ALL_KINDS.slice(0, 1 + (index % 4)),
		paymentNetworks: provider_id !== DEMO.providerWithoutPaymentNetworks,
	};
}

function generated(index: number, random: number): readonly [number, string, Country] {
	const roll = dice('provider', random, index);
	const land = LANDS[roll.number.int(LANDS.length - 1)];
	const form = FORMS[index % FORMS.length];
	return [10_000 + index, `${roll.person.lastName()} ${land} ${form}`, 'US'];
}

/** Institutions differ: every third shares no statements, every fifth no investments. */
function scopesOf(index: number): DataScope[] {
	return DATA_SCOPES.filter(
		(scope) =>
			!(scope === 'STATEMENTS' && index % 3 === 0) && !(scope === 'INVESTMENTS' && index % 5 === 0),
	);
}
