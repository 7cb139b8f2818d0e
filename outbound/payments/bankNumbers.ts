import { textOf } from '../fdx/record';

/** What a Canadian payment needs beside the account number; null where the text does not say it surely. */
export interface BankNumbers {
	/** Three digits. */
	readonly institution: string | null;
	/** Five digits. */
	readonly transit: string | null;
}

/**
 * Takes a Canadian routing number apart (some of the US look alike, so know the country first): `0` + institution + transit as it stands in files, `transit-institution` as
 * it stands on cheques. Eight digits without a hyphen may be either, so they are left alone.
 */
export function bankNumbersIn(value: unknown): BankNumbers {
	const text = textOf(value)?.trim() ?? '';
	const inFile = /^0(\d{3})(\d{5})$/.exec(text);
	if (inFile) return { institution: inFile[1] ?? null, transit: inFile[2] ?? null };
	const onCheque = /^(\d{5})\s*[-–/ ]\s*(\d{3})$/.exec(text);
	if (onCheque) return { institution: onCheque[2] ?? null, transit: onCheque[1] ?? null };
	return {
		institution: /^\d{3}$/.test(text) ? text : null,
		transit: /^\d{5}$/.test(text) ? text : null,
	};
}
