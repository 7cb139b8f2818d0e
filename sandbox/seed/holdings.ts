import type { Faker } from '@faker-js/faker';

import type { Country } from '../store/types';

export interface Holding {
	readonly holdingId: string;
	readonly holdingName: string;
	readonly holdingType: 'STOCK' | 'MUTUALFUND' | 'BOND';
	readonly symbol: string;
	readonly units: number;
	readonly currentUnitPrice: number;
	readonly marketValue: number;
	readonly currency: { readonly currencyCode: string };
}

const FUNDS = [
	['Canadian Equity Index Fund', 'MUTUALFUND', 'XCEF'],
	['Global Balanced Fund', 'MUTUALFUND', 'XGBF'],
	['Government Bond Ladder', 'BOND', 'XGOV'],
	['Northern Rail Company', 'STOCK', 'XNRC'],
] as const;

/** Two to four invented holdings; units and price have four and two decimals. */
export function seedHoldings(roll: Faker, country: Country): Holding[] {
	return FUNDS.slice(0, roll.number.int({ min: 2, max: FUNDS.length })).map(
		([holdingName, holdingType, symbol]) => {
			const units = roll.number.float({ min: 10, max: 400, fractionDigits: 4 });
			const currentUnitPrice = roll.number.float({ min: 9, max: 140, fractionDigits: 2 });
			return {
				holdingId: roll.string.alphanumeric(10),
				holdingName,
				holdingType,
				symbol,
				units,
				currentUnitPrice,
				marketValue: Math.round(units * currentUnitPrice * 100) / 100,
				currency: { currencyCode: country === 'US' ? 'USD' : 'CAD' },
			};
		},
	);
}
