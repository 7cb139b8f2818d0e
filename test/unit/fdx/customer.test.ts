import fc from 'fast-check';
import { simplifyCustomer } from '../../../outbound/fdx/customer';

describe('simplifyCustomer', () => {
	it('joins what the older answer gives', () => {
		expect(
			simplifyCustomer({
				customerId: 'c-1',
				name: {
					prefix: 'Dr',
					first: 'Ana',
					middle: '',
					last: 'Roy',
					suffix: 'PhD',
					company: 'Acme',
				},
				dateOfBirth: '1990-01-02',
				email: ['ana@example.com', 'roy@example.com'],
				addresses: [
					{
						line1: '1 Main',
						line2: null,
						city: 'Laval',
						region: 'QC',
						postalCode: 'H1H',
						country: 'CA',
					},
					{ line1: '2 Side', type: 'HOME' },
				],
				telephones: [{ type: 'HOME', number: '514 555 0100', country: '1' }],
				accounts: [{ accountId: 'a-1', relationship: 'PRIMARY' }, 'a-2'],
			}),
		).toEqual({
			customerId: 'c-1',
			name: 'Dr Ana Roy PhD',
			company: 'Acme',
			dateOfBirth: '1990-01-02',
			emails: 'ana@example.com, roy@example.com',
			phones: '514 555 0100',
			addresses: '1 Main, Laval, QC, H1H, CA; 2 Side',
			accountIds: 'a-1, a-2',
		});
	});

	it.each([
		[{ email: 'a@x.ca' }],
		[{ emails: 'a@x.ca' }],
		[{ emails: ['a@x.ca'], email: 'a@x.ca' }],
		[{ emails: [{ email: 'a@x.ca' }] }],
		[{ customer: { email: 'a@x.ca' } }],
	])('finds the email in %j', (customer) => {
		expect(simplifyCustomer(customer)?.emails).toBe('a@x.ca');
	});

	it('takes a plain name', () => {
		expect(simplifyCustomer({ name: 'Ana Roy' })).toMatchObject({ name: 'Ana Roy', company: null });
	});

	it('gives the same flat keys for any object, and none otherwise', () => {
		const keys = Object.keys(simplifyCustomer({}) ?? {});
		expect(keys).toHaveLength(8);
		const names = ['name', 'email', 'emails', 'telephones', 'phones', 'addresses', 'customer'];
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (customer) => {
				const row = simplifyCustomer(customer) ?? {};
				expect(Object.keys(row)).toEqual(keys);
				for (const value of Object.values(row))
					expect(value === null || (typeof value === 'string' && value !== '')).toBe(true);
			}),
		);
		for (const value of [null, undefined, 'x', 1, []])
			expect(simplifyCustomer(value)).toBeUndefined();
	});
});
