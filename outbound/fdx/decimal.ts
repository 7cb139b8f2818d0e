/** A decimal number without rounding: `units` of ten to the power of minus `scale`. */
export interface Decimal {
	readonly units: bigint;
	/** Digits after the point, as written: `4500.00` has two. */
	readonly scale: number;
}

const PLAIN = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

export const ZERO: Decimal = { units: 0n, scale: 0 };

/**
 * Reads a number, or a text that holds nothing but one. A JavaScript number is taken by its shortest
 * decimal form, which is the one the provider sent. Undefined for anything else, also `1,234.50`:
 * whether its comma groups digits or starts the cents is not known.
 */
export function readDecimal(value: string | number): Decimal | undefined {
	const found = PLAIN.exec(String(value).trim());
	if (!found) return undefined;
	const [, sign, whole = '', fraction = '', exponent = '0'] = found;
	const units = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
	return rescaled(units, fraction.length - Number(exponent));
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
	const scale = Math.max(a.scale, b.scale);
	return { units: atScale(a, scale) + atScale(b, scale), scale };
}

/** With every digit that was written: `4500.00` stays so. */
export function decimalText({ units, scale }: Decimal): string {
	const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
	const whole = digits.slice(0, digits.length - scale);
	const sign = units < 0n ? '-' : '';
	return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

function rescaled(units: bigint, scale: number): Decimal {
	return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

function atScale({ units, scale }: Decimal, wanted: number): bigint {
	return units * 10n ** BigInt(wanted - scale);
}
