import type { Faker } from '@faker-js/faker';

import type { BankRecord } from '../store/bank';
import type { AccountKind, Provider } from '../store/types';
import { DAY_MS, day, sevenDigits } from '../timestamps';
import { seedHoldings } from './holdings';

interface Opening {
	readonly kind: AccountKind;
	readonly type: string;
	readonly name: string;
	readonly nickname: string;
	readonly id: string;
	readonly number: string;
	readonly provider: Provider;
	readonly roll: Faker;
	readonly seededAt: number;
}

const CATEGORY = {
	deposit: 'DEPOSIT_ACCOUNT',
	loan: 'LOAN_ACCOUNT',
	loc: 'LOC_ACCOUNT',
	investment: 'INVESTMENT_ACCOUNT',
} as const;

/** Every field of a detailed account, whatever its kind. */
export function accountRecord(opening: Opening): BankRecord {
	const { kind, type, name, nickname, id, number, provider, seededAt } = opening;
	return {
		accountId: id,
		accountCategory: CATEGORY[kind],
		accountType: type,
		accountNumber: number,
		accountNumberDisplay: `****${number.slice(-4)}`,
		productName: name,
		nickname,
		status: 'OPEN',
		description: `${name} at ${provider.name}`,
		currency: { currencyCode: provider.country === 'US' ? 'USD' : 'CAD' },
		balanceType: kind === 'deposit' || kind === 'investment' ? 'ASSET' : 'LIABILITY',
		balanceAsOf: sevenDigits(seededAt - DAY_MS / 4),
		lastActivityDate: day(seededAt - DAY_MS),
		...OWN_FIELDS[kind](opening),
	};
}

const OWN_FIELDS: Readonly<Record<AccountKind, (opening: Opening) => BankRecord>> = {
	deposit: ({ roll }) => {
		const balance = roll.number.float({ min: 150, max: 18_000, fractionDigits: 2 });
		return {
			routingTransitNumber: roll.string.numeric(9),
			interestRate: 1.25,
			interestRateType: 'VARIABLE',
			annualPercentageYield: 1.26,
			interestYtd: roll.number.float({ min: 0, max: 90, fractionDigits: 2 }),
			transferIn: true,
			transferOut: true,
			currentBalance: balance,
			availableBalance: Math.max(0, Math.round((balance - 100) * 100) / 100),
		};
	},
	loan: ({ roll, seededAt }) => ({
		interestRate: 4.89,
		interestRateType: 'FIXED',
		originalPrincipal: 420_000,
		principalBalance: roll.number.float({ min: 180_000, max: 410_000, fractionDigits: 2 }),
		originatingDate: day(seededAt - 900 * DAY_MS),
		maturityDate: day(seededAt + 925 * DAY_MS),
		loanTerm: 60,
		nextPaymentAmount: 2_310.44,
		nextPaymentDate: day(seededAt + 12 * DAY_MS),
		lastPaymentAmount: 2_310.44,
		lastPaymentDate: day(seededAt - 18 * DAY_MS),
		interestPaidYearToDate: roll.number.float({ min: 3_000, max: 9_000, fractionDigits: 2 }),
	}),
	loc: ({ roll, seededAt }) => {
		const owed = roll.number.float({ min: 80, max: 4_200, fractionDigits: 2 });
		return {
			creditLine: 8_000,
			availableCredit: Math.round((8_000 - owed) * 100) / 100,
			currentBalance: owed,
			principalBalance: owed,
			minimumPaymentAmount: 25,
			nextPaymentAmount: 25,
			nextPaymentDate: day(seededAt + 9 * DAY_MS),
			lastPaymentAmount: 200,
			lastPaymentDate: day(seededAt - 21 * DAY_MS),
			lastStmtBalance: owed,
			lastStmtDate: day(seededAt - 10 * DAY_MS),
			pastDueAmount: 0,
			purchasesApr: 20.99,
			advancesApr: 22.99,
		};
	},
	investment: ({ roll, provider }) => {
		const holdings = seedHoldings(roll, provider.country);
		const cash = roll.number.float({ min: 0, max: 2_500, fractionDigits: 2 });
		const worth = holdings.reduce((sum, holding) => sum + holding.marketValue, cash);
		return {
			availableCashBalance: cash,
			currentValue: Math.round(worth * 100) / 100,
			holdings,
		};
	},
};
