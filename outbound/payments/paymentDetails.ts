import { unwrapAccount, type NumberOptions } from '../fdx/account';
import { simplifyCustomer } from '../fdx/customer';
import { maskBankId, shownNumber } from '../fdx/mask';
import { simplifyPaymentNetwork, type PaymentNetworkRow } from '../fdx/paymentNetwork';
import { booleanOf, currencyOf, firstOf, textOf, type Fields } from '../fdx/record';
import { bankNumbersIn } from './bankNumbers';
import { matchNames, type NameMatch } from './nameMatch';

/** The answers that a pre-authorized debit needs together, each as Flinks sent it. */
export interface PaymentSources {
	/** F1. */
	readonly customer: unknown;
	/** F3, wrapped or bare. */
	readonly account: unknown;
	/** F5; undefined where the bank does not offer it. */
	readonly networks: readonly unknown[] | undefined;
	/** Who the payment is expected from. */
	readonly expectedName: string | null;
}

export interface PaymentRow {
	readonly holderName: string | null;
	readonly nameMatch: NameMatch['match'];
	readonly nameMatchReason: string;
	readonly institution: string | null;
	readonly transit: string | null;
	readonly accountNumber: string | null;
	/** The bank's own routing number, where institution and transit cannot be told from it. */
	readonly bankId: string | null;
	readonly currency: string | null;
	readonly accountStatus: string | null;
	/** Whether the bank says that money can be taken out through this network, else of the account; null where it does not say. */
	readonly canBeDebited: boolean | null;
	readonly network: string | null;
	/** All networks that the bank lists, the one above included; null where it does not offer them. */
	readonly networks: string | null;
	/** Both where the network names the bank, and no number of the account. */
	readonly numbersFrom:
		'account details' | 'payment networks' | 'payment networks, account details';
	readonly accountId: string | null;
}

/** Canadian clearing first; one that no money can be taken from comes after all others. */
const PREFERRED = ['CA_ACSS', 'US_ACH'];

/**
 * One row for a pre-authorized debit from F1, F3 and F5. Account and transit numbers are masked unless
 * `fullNumbers`. Undefined where `account` holds none.
 */
export function paymentDetails(
	{ customer, account: given, networks, expectedName }: PaymentSources,
	{ fullNumbers }: NumberOptions = { fullNumbers: false },
): PaymentRow | undefined {
	const account = unwrapAccount(given)?.account;
	if (!account) return undefined;
	const rows = (networks ?? []).flatMap(
		(one) => simplifyPaymentNetwork(one, { fullNumbers: true }) ?? [],
	);
	const network = [...rows].sort((a, b) => rankOf(a) - rankOf(b))[0];
	const numbers = network ? numbersOf(network, account) : numbersOfAccount(account);
	const known = simplifyCustomer(customer);
	const holderName = known?.company ?? known?.name ?? null;
	const { match, because } = bestMatch([known?.name, known?.company], expectedName);
	const currency = currencyOf(account.currency);
	const isCanadian = network?.type ? network.type.startsWith('CA_') : currency === 'CAD';
	const { institution, transit } = bankNumbersIn(isCanadian ? numbers.bankId : null);
	const isSplit = institution !== null && transit !== null;
	return {
		holderName,
		nameMatch: match,
		nameMatchReason: because,
		institution,
		transit: shownNumber(transit, fullNumbers),
		accountNumber: shownNumber(numbers.accountNumber, fullNumbers),
		bankId: isSplit ? null : shownNumber(numbers.bankId, fullNumbers, maskBankId),
		currency,
		accountStatus: textOf(account.status),
		canBeDebited: network?.transferOut ?? booleanOf(account.transferOut),
		network: network?.type ?? null,
		networks: networks ? namesOf(rows) : null,
		numbersFrom: numbers.from,
		accountId: textOf(account.accountId),
	};
}

function rankOf({ type, transferOut }: PaymentNetworkRow): number {
	const at = PREFERRED.indexOf(type ?? '');
	return (transferOut === false ? 10 : 0) + (at === -1 ? PREFERRED.length : at);
}

interface Numbers {
	readonly from: PaymentRow['numbersFrom'];
	readonly accountNumber: string | null;
	readonly bankId: string | null;
}

/**
 * An identifier may be something else than an account number, such as a token of the bank, which then
 * counts and not the number. Where the network has none, the account's own number is taken.
 */
function numbersOf(
	{ identifier, identifierType, bankId }: PaymentNetworkRow,
	account: Fields,
): Numbers {
	const own = identifier === null ? numbersOfAccount(account).accountNumber : null;
	if (own !== null) {
		return { from: 'payment networks, account details', accountNumber: own, bankId };
	}
	const isNumber = identifierType === null || /^ACCOUNT_?NUMBER$/i.test(identifierType);
	return { from: 'payment networks', accountNumber: isNumber ? identifier : null, bankId };
}

function numbersOfAccount(account: Fields): Numbers {
	return {
		from: 'account details',
		accountNumber: firstOf(account, ['accountNumber'], textOf),
		bankId: textOf(account.routingTransitNumber),
	};
}

function namesOf(rows: readonly PaymentNetworkRow[]): string {
	return [...new Set(rows.flatMap(({ type }) => type ?? []))].join(', ');
}

function bestMatch(
	names: ReadonlyArray<string | null | undefined>,
	expected: string | null,
): NameMatch {
	const found = names.map((name) => matchNames(name ?? null, expected));
	const order = ['same', 'likely', 'different', 'unknown'] as const;
	for (const match of order) {
		const one = found.find((each) => each.match === match);
		if (one) return one;
	}
	return matchNames(null, expected);
}
