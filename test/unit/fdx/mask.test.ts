import fc from 'fast-check';
import { maskAccount, maskNumber } from '../../../outbound/fdx/mask';
import { DEPOSIT, NUMBER } from './wrappers';

describe('maskNumber', () => {
	it.each([
		['00412345678', '***5678'],
		['4111 1111-1111 1234', '***1234'],
		['123456', '***456'],
		['12', '***2'],
		['1', '***'],
		['', '***'],
	])('%s -> %s', (number, masked) => {
		expect(maskNumber(number)).toBe(masked);
	});
});

describe('maskAccount', () => {
	it('masks every number and every place that repeats it, and nothing else', () => {
		expect(maskAccount(DEPOSIT)).toEqual({
			depositAccount: {
				...DEPOSIT.depositAccount,
				accountNumber: '***5678',
				routingTransitNumber: '***2345',
				nickname: 'Mine ***5678',
				transactions: [{ transactionId: 't-1', accountId: 'a-1', description: 'To ***5678' }],
			},
		});
	});

	it('knows numbers by their field, whatever their type', () => {
		expect(
			maskAccount({
				accountNumber: 412345678,
				cardNumbers: ['4111111111111234'],
				iban: 'DE89370400440532013000',
				accountNumberDisplay: 'xx-412345678',
				paymentNetworks: [{ identifier: NUMBER, identifierType: 'ACCOUNT_NUMBER' }],
				checkNumber: 1001,
				currentBalance: 412345678,
			}),
		).toEqual({
			accountNumber: '***5678',
			cardNumbers: ['***1234'],
			iban: '***3000',
			accountNumberDisplay: '***5678',
			paymentNetworks: [{ identifier: '***5678', identifierType: 'ACCOUNT_NUMBER' }],
			checkNumber: 1001,
			currentBalance: 412345678,
		});
	});

	it('leaves ids and links usable, even where they are the number', () => {
		const record = {
			accountId: NUMBER,
			accountNumber: NUMBER,
			links: [{ href: `/accounts/${NUMBER}` }],
		};
		expect(maskAccount(record)).toEqual({ ...record, accountNumber: '***5678' });
	});

	it('takes any JSON and keeps its shape, without touching the original', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const before = structuredClone(value);
				const after = maskAccount(value);
				expect(value).toEqual(before);
				expect(after).toEqual(value);
			}),
		);
	});

	it('never lets a full number through, however deep', () => {
		const number = fc.stringMatching(/^[1-9]\d{6,16}$/);
		const path = fc.array(fc.constantFrom('a', 'depositAccount', 'transactions'), { maxLength: 8 });
		fc.assert(
			fc.property(number, path, (secret, steps) => {
				const leaf: unknown = { accountNumber: secret, memo: `for ${secret}.` };
				const nested = steps.reduce<unknown>((inner, key) => ({ [key]: [inner, secret] }), leaf);
				expect(JSON.stringify(maskAccount(nested))).not.toContain(secret);
			}),
		);
	});

	it('cuts off what is nested absurdly deep', () => {
		const deep: unknown = JSON.parse(`${'['.repeat(50_000)}1${']'.repeat(50_000)}`);
		expect(() => maskAccount(deep)).not.toThrow();
	});
});
