import type { IdKind } from '../../../outbound/model/ids';

interface Words {
	readonly label: string;
	/** One or two IDs as Flinks gives them. */
	readonly example: string;
}

/** The things that have an ID at Flinks and can be picked. */
export type Pickable = Exclude<IdKind, 'statement'>;

export const ID_KINDS: Readonly<Record<Pickable, Words>> = {
	account: { label: 'Account', example: 'acc-1,acc-2' },
	provider: { label: 'Provider', example: '1000,2000' },
	recipient: { label: 'Recipient', example: 'dc-7tf8aijpjqofl3uxppi136ldc' },
};
