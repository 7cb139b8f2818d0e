import { simplifyPaymentNetwork } from '../../../outbound/fdx/paymentNetwork';
import { simplifyStatement } from '../../../outbound/fdx/statement';

describe('simplifyPaymentNetwork', () => {
	const network = {
		bankId: '003',
		identifier: '412345678',
		identifierType: 'ACCOUNT_NUMBER',
		type: 'CA_ACSS',
		transferIn: true,
		transferOut: false,
	};

	it('masks the identifier unless asked for it', () => {
		expect(simplifyPaymentNetwork(network)).toEqual({ ...network, identifier: '***5678' });
		expect(simplifyPaymentNetwork({ ...network, identifier: 412345678 })?.identifier).toBe(
			'***5678',
		);
		expect(simplifyPaymentNetwork(network, { fullNumbers: true })).toEqual(network);
	});

	it.each([
		['003', '003'],
		[3, '3'],
		['0003', '0003'],
		['00312345', '***2345'],
		['12345-003', '***5003'],
		['021000021', '***0021'],
	])('masks the number of a bank that holds the branch: %s', (bankId, masked) => {
		expect(simplifyPaymentNetwork({ ...network, bankId })?.bankId).toBe(masked);
		expect(simplifyPaymentNetwork({ ...network, bankId }, { fullNumbers: true })?.bankId).toBe(
			String(bankId),
		);
	});

	it('has every key even when nothing is given', () => {
		const nothing = Object.fromEntries(Object.keys(network).map((key) => [key, null]));
		expect(simplifyPaymentNetwork({ transferIn: 'yes' })).toEqual(nothing);
		expect(simplifyPaymentNetwork('x')).toBeUndefined();
	});
});

describe('simplifyStatement', () => {
	const statement = {
		accountId: 'a-1',
		statementId: 's-1',
		statementDate: '2026-01-31',
		description: 'January',
		status: 'AVAILABLE',
		links: [{ href: '/s-1', types: ['application/pdf', 'image/png', 'application/pdf'] }],
	};
	const row = {
		accountId: 'a-1',
		statementId: 's-1',
		date: '2026-01-31',
		description: 'January',
		status: 'AVAILABLE',
		fileTypes: 'application/pdf, image/png',
	};

	it.each([[statement], [{ statement }], [{ accountStatement: statement }]])(
		'reads %j',
		(value) => {
			expect(simplifyStatement(value)).toEqual(row);
		},
	);

	it('has every key even when nothing but the id is given', () => {
		const nothing = Object.fromEntries(Object.keys(row).map((key) => [key, null]));
		expect(simplifyStatement({ statementId: 5 })).toEqual({ ...nothing, statementId: '5' });
		expect(simplifyStatement({ page: {} })).toBeUndefined();
	});

	it('takes the other name of its day, and no links that cannot be read', () => {
		const odd = { statementId: 's', date: '2026-02-01', links: [null, 'x', { types: [null, {}] }] };
		expect(simplifyStatement(odd)).toMatchObject({ date: '2026-02-01', fileTypes: null });
		expect(simplifyStatement({ ...odd, links: 5 })?.fileTypes).toBeNull();
	});
});
