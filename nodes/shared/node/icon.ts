import type { Themed } from 'n8n-workflow';

/** The names of the drawings in `icons/`: a bank, and a sign for what the node does there. */
export type IconName =
	| 'accountData'
	| 'checkRegistrationStatus'
	| 'connectCustomer'
	| 'connectionTrigger'
	| 'dataProviders'
	| 'dataRecipients'
	| 'getAccounts'
	| 'registrationTrigger'
	| 'requestRegistrations'
	| 'transactionTrigger';

/** Relative to `dist/nodes/<Name>/`. */
export function iconOf(name: IconName): Themed<`file:${string}.svg`> {
	return { light: `file:../../icons/${name}.svg`, dark: `file:../../icons/${name}.dark.svg` };
}
