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

	it('take no routing number of the US for a Canadian one', () => {
		const networks = [{ ...NETWORK, type: 'US_ACH', bankId: '021000021' }];
		const wanted = { institution: null, transit: null, bankId: '021000021' };
		expect(paymentDetails({ ...SOURCES, networks }, FULL)).toMatchObject(wanted);
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
		[1_234_567, null, null],
		['12345678', null, null],
		['', null, null],
	])('%j is institution %j, transit %j', (text, institution, transit) => {
		expect(bankNumbersIn(text)).toEqual({ institution, transit });
	});
});
