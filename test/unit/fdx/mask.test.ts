import fc from 'fast-check';
import { isWithoutNumbers, maskAccount, maskNumber } from '../../../outbound/fdx/mask';
import { createNumberFinder, type NumberFinder } from '../../../outbound/fdx/numberFinder';
import { DEPOSIT, NUMBER } from './wrappers';
import { runs } from '../../support/runs';

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

	it('knows the number of a bank in a payment network, with the branch or without', () => {
		const network = { identifier: NUMBER, bankId: '000302345', note: 'at 0003-02345' };
		expect(maskAccount(network)).toEqual({
			identifier: NUMBER,
			bankId: '***2345',
			note: 'at ***2345',
		});
		expect(maskAccount({ ...network, bankId: 3 })).toEqual({ ...network, bankId: 3 });
		expect(maskAccount({ bankId: '000302345' })).toEqual({ bankId: '000302345' });
	});

	it('leaves ids and links usable, even where they are the number', () => {
		const record = {
			accountId: NUMBER,
			accountNumber: NUMBER,
			links: [{ href: `/accounts/${NUMBER}` }],
		};
		expect(maskAccount(record)).toEqual({ ...record, accountNumber: '***5678' });
	});

	it.each([
		['accountNo', '00412345678'],
		['acctNumber', '00412345678'],
		['acct_no', 412345678],
		['accountNum', '00412345678'],
		['clabe', '032180000118359719'],
		['debitIban', 'DE89370400440532013000'],
		['cardNbr', '4111111111111234'],
		['sortCode', '20-00-00'],
		['accountNumber', { value: '00412345678', type: 'PLAIN' }],
		['accountNumber', [{ parts: [{ value: '00412345678' }] }]],
	])('knows the field %s: %j', (key, value) => {
		const shown = JSON.stringify(maskAccount({ [key]: value, memo: 'as before' }));
		expect(shown).toContain('as before');
		expect(shown).toMatch(/\*\*\*/);
		expect(shown).not.toMatch(/412345678|0118359719|3704004405|41111111|20-00-00/);
		expect(shown.includes('PLAIN')).toBe(JSON.stringify(value).includes('PLAIN'));
	});

	it.each([
		['To 0041 2345 678 today', 'To ***5678 today'],
		['To 00-41-23-45-67-8 today', 'To ***5678 today'],
		['To 004.123.456.78', 'To ***5678'],
		['0041\u00a02345\u2013678', '***5678'],
		['X00412345678Y00412345678', 'X***5678Y***5678'],
		['0041234567', '0041234567'],
		['de89 3704 0044 0532 0130 00', '***3000'],
	])('masks it in a text that groups it otherwise: %s', (description, masked) => {
		const record = { accountNumber: '00412345678', iban: 'DE89370400440532013000' };
		expect(maskAccount({ ...record, description })).toMatchObject({ description: masked });
	});

	it('masks the longest of numbers that hold each other, and overlapping ones', () => {
		const cards = { cardNumbers: ['12345', '1234567', '4567890'] };
		const memo = (text: string) => maskAccount({ ...cards, memo: text });
		expect(memo('a 1234567 b')).toMatchObject({ memo: 'a ***567 b' });
		expect(JSON.stringify(memo('1234567890'))).not.toMatch(/12345|4567890/);
	});

	it('takes steps that grow with the record alone', () => {
		const steps = (count: number): number => {
			const accounts = Array.from({ length: count }, (_, at) => ({
				accountNumber: String(10_000_000 + at * 7_919),
				description: `Paid to ${10_000_000 + at * 104_729} and back`,
			}));
			let finder: NumberFinder | undefined;
			maskAccount(accounts, (numbers) => {
				if (finder !== undefined) throw new Error('A second finder costs what the first did');
				return (finder = createNumberFinder(numbers));
			});
			return finder?.steps ?? NaN;
		};
		const [small, large] = [steps(200), steps(3_200)];
		expect(large / small).toBeLessThan(20);
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

	it('is not needed where nothing says that it would change something', () => {
		const keys = fc.constantFrom('memo', 'accountId', 'accountNumber', 'identifier', 'bankId', 'x');
		const value = fc.letrec((tie) => ({
			any: fc.oneof(
				{ maxDepth: 4 },
				fc.constantFrom('for 12345678', '12345678', 12345678, null),
				fc.array(tie('any'), { maxLength: 3 }),
				fc.dictionary(keys, tie('any'), { maxKeys: 3 }),
			),
		})).any;
		fc.assert(
			fc.property(value, (record) => {
				if (isWithoutNumbers(record)) expect(maskAccount(record)).toEqual(record);
			}),
			runs(500),
		);
		expect(isWithoutNumbers({ transactionId: '1', description: 'To 12345678' })).toBe(true);
		expect(isWithoutNumbers({ card: [{ cardNumber: '' }] })).toBe(false);
		expect(isWithoutNumbers({ identifierType: 'X', identifier: '1' })).toBe(false);
		expect(isWithoutNumbers({ numberDisplay: '1' })).toBe(false);
		expect(isWithoutNumbers(JSON.parse(`${'['.repeat(60)}1${']'.repeat(60)}`))).toBe(false);
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
