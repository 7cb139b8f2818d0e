import { bankNumbersIn } from '../../../outbound/payments/bankNumbers';
import { paymentDetails, type PaymentSources } from '../../../outbound/payments/paymentDetails';

const NETWORK = {
	bankId: '000102345',
	identifier: '1234567',
	identifierType: 'ACCOUNT_NUMBER',
	type: 'CA_ACSS',
	transferIn: true,
	transferOut: true,
};
const SOURCES: PaymentSources = {
	customer: { customerId: 'c', name: { first: 'Marie', last: 'Tremblay' } },
	account: {
		depositAccount: {
			accountId: 'a1',
			accountNumber: '7654321',
			routingTransitNumber: '02345-001',
			status: 'OPEN',
			currency: { currencyCode: 'CAD' },
			transferOut: false,
		},
	},
	networks: [{ ...NETWORK, type: 'CA_LVTS', identifier: '999' }, NETWORK],
	expectedName: 'Marie-Claude Tremblay',
};
const FULL = { fullNumbers: true };

describe('payment details', () => {
	it('are one row, with the numbers of the network that a debit goes through', () => {
		expect(paymentDetails({ ...SOURCES, expectedName: 'MARIE TREMBLAY' }, FULL)).toEqual({
			holderName: 'Marie Tremblay',
			nameMatch: 'same',
			nameMatchReason: 'The names are the same.',
			institution: '001',
			transit: '02345',
			accountNumber: '1234567',
			bankId: null,
			currency: 'CAD',
			accountStatus: 'OPEN',
			canBeDebited: true,
			network: 'CA_ACSS',
			networks: 'CA_LVTS, CA_ACSS',
			numbersFrom: 'payment networks',
			accountId: 'a1',
		});
	});

	it('mask account and transit unless asked', () => {
		const row = paymentDetails(SOURCES);
		expect(row).toMatchObject({ accountNumber: '***567', transit: '***45', institution: '001' });
		expect(JSON.stringify(row)).not.toMatch(/1234567|02345/);
		const odd = paymentDetails({ ...SOURCES, networks: [{ ...NETWORK, bankId: '12345678' }] });
		expect(odd).toMatchObject({ bankId: '***5678', institution: null, transit: null });
	});

	it('come from the account where the bank offers no payment networks, and say so', () => {
		expect(paymentDetails({ ...SOURCES, networks: undefined }, FULL)).toMatchObject({
			accountNumber: '7654321',
			institution: '001',
			transit: '02345',
			network: null,
			networks: null,
			canBeDebited: false,
			numbersFrom: 'account details',
		});
	});

	it('prefer a network that money can be taken from', () => {
		const networks = [
			{ ...NETWORK, transferOut: false },
			{ ...NETWORK, type: 'US_ACH', identifier: '55555' },
		];
		expect(paymentDetails({ ...SOURCES, networks }, FULL)).toMatchObject({
			network: 'US_ACH',
			accountNumber: '55555',
		});
	});

	it('take Canadian clearing, then that of the US, then the first that the bank lists', () => {
		const typed = (...types: readonly string[]) =>
			paymentDetails({ ...SOURCES, networks: types.map((type) => ({ ...NETWORK, type })) })
				?.network;
		expect(typed('CA_LVTS', 'US_ACH', 'CA_ACSS')).toBe('CA_ACSS');
		expect(typed('CA_LVTS', 'US_ACH')).toBe('US_ACH');
		expect(typed('OTHER', 'CA_LVTS')).toBe('OTHER');
	});

	it('say so where money can be taken from none, or the bank does not tell', () => {
		const no = { ...NETWORK, transferOut: false };
		const none = paymentDetails({ ...SOURCES, networks: [{ ...no, type: 'US_ACH' }, no] });
		expect(none).toMatchObject({ network: 'CA_ACSS', canBeDebited: false });
		const untold = { ...NETWORK, transferOut: null };
		expect(paymentDetails({ ...SOURCES, networks: [untold] })?.canBeDebited).toBe(false);
		const account = { accountId: 'a1' };
		expect(paymentDetails({ ...SOURCES, account, networks: [untold] })?.canBeDebited).toBeNull();
	});

	it('take no routing number of the US for a Canadian one', () => {
		const networks = [{ ...NETWORK, type: 'US_ACH', bankId: '021000021' }];
		const wanted = { institution: null, transit: null, bankId: '021000021' };
		expect(paymentDetails({ ...SOURCES, networks }, FULL)).toMatchObject(wanted);
	});

	it.each(['US_ACH', 'CA_LVTS'])(
		'prefer %s to an unknown network only where it is better',
		(type) => {
			const networks = [
				{ ...NETWORK, type: 'OTHER', identifier: '11111' },
				{ ...NETWORK, type, identifier: '22222' },
			];
			const first = type === 'US_ACH' ? type : 'OTHER';
			expect(paymentDetails({ ...SOURCES, networks }, FULL)?.network).toBe(first);
		},
	);

	it('count an account of no known currency as none of Canada', () => {
		const account = { accountId: 'a1', routingTransitNumber: '02345-001' };
		const row = paymentDetails({ ...SOURCES, account, networks: [] }, FULL);
		expect(row).toMatchObject({ institution: null, transit: null, bankId: '02345-001' });
		expect(row).toMatchObject({ currency: null, networks: '', canBeDebited: null });
	});

	it.each([
		['001', '001', null],
		['02345', null, '02345'],
	])(
		'keep the routing number %s, of which only a part is known',
		(bankId, institution, transit) => {
			const row = paymentDetails({ ...SOURCES, networks: [{ ...NETWORK, bankId }] }, FULL);
			expect(row).toMatchObject({ bankId, institution, transit });
		},
	);

	it('leave out a network that cannot be read', () => {
		const networks = [null, 'CA_ACSS', { ...NETWORK, type: null }, NETWORK];
		expect(paymentDetails({ ...SOURCES, networks }, FULL)).toMatchObject({
			network: 'CA_ACSS',
			networks: 'CA_ACSS',
		});
	});

	it.each([
		['ACCOUNT_NUMBER', '1234567'],
		['AccountNumber', '1234567'],
		[null, '1234567'],
		['ACCOUNT_NUMBER_TOKEN', null],
	])('take an identifier of the kind %j as %j', (identifierType, accountNumber) => {
		const networks = [{ ...NETWORK, identifierType }];
		expect(paymentDetails({ ...SOURCES, networks }, FULL)).toMatchObject({ accountNumber });
	});

	it("take the account's own number where the network names none, and say so", () => {
		const networks = [{ ...NETWORK, identifier: null }];
		expect(paymentDetails({ ...SOURCES, networks }, FULL)).toMatchObject({
			accountNumber: '7654321',
			network: NETWORK.type,
			numbersFrom: 'payment networks, account details',
		});
		const account = { accountId: 'a1' };
		expect(paymentDetails({ ...SOURCES, account, networks }, FULL)).toMatchObject({
			accountNumber: null,
			numbersFrom: 'payment networks',
		});
	});

	it('give the better of two matches, whoever of them it is', () => {
		const customer = { name: { first: 'Ana', last: 'Roy', company: 'Cyr inc.' } };
		const matchOf = (expectedName: string) =>
			paymentDetails({ ...SOURCES, customer, expectedName })?.nameMatch;
		expect(['Cyr', 'A. Roy', 'Ana Roy', 'Luc Dion'].map(matchOf)).toEqual([
			'same',
			'likely',
			'same',
			'different',
		]);
	});

	it('give out no identifier of another kind as an account number', () => {
		const networks = [{ ...NETWORK, identifierType: 'TOKENIZED_ACCOUNT_NUMBER' }];
		expect(paymentDetails({ ...SOURCES, networks }, FULL)?.accountNumber).toBeNull();
	});

	it('compare with the company too, and give none where there is no account', () => {
		const customer = { name: { first: 'Ana', last: 'Roy', company: 'Roy Café inc.' } };
		const row = paymentDetails({ ...SOURCES, customer, expectedName: 'Ana Roy' });
		expect(row).toMatchObject({ holderName: 'Roy Café inc.', nameMatch: 'same' });
		expect(paymentDetails({ ...SOURCES, customer: null })).toMatchObject({
			holderName: null,
			nameMatch: 'unknown',
		});
		expect(paymentDetails({ ...SOURCES, account: {} })).toBeUndefined();
	});
});

describe('a Canadian routing number', () => {
	it.each([
		['000102345', '001', '02345'],
		['02345-001', '001', '02345'],
		['02345 001', '001', '02345'],
		['001', '001', null],
		['02345', null, '02345'],
		['  02345 - 001 ', '001', '02345'],
		['02345–001', '001', '02345'],
		['x000102345', null, null],
		['0001023456', null, null],
		['902345-001', null, null],
		['02345-0019', null, null],
		['02345x-001', null, null],
		['02345-x001', null, null],
		['abcde', null, null],
		['7', null, null],
		[null, null, null],
		[1_234_567, null, null],
		['12345678', null, null],
		['', null, null],
	])('%j is institution %j, transit %j', (text, institution, transit) => {
		expect(bankNumbersIn(text)).toEqual({ institution, transit });
	});
});
