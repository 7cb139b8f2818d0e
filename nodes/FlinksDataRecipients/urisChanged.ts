import type { UrisChanged } from '../../outbound/recipients/changeUris';
import type { Row } from '../shared/output/row';
import { rowsFrom } from '../shared/output/row';
import { recipientRow } from './recipientRow';

/** What became of a list of redirect URIs, with the recipient as Flinks lists it afterwards. */
export function urisChangedRows({ outcome, recipient, editedMeanwhile }: UrisChanged): Row[] {
	return rowsFrom([{ ...recipientRow(recipient), outcome, editedMeanwhile: [...editedMeanwhile] }]);
}
