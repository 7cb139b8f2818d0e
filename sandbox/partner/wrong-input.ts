import { partnerRefusal, type Refusal } from '../http/refusals';

/** The documented 400, with what is wrong after it. */
export function wrongInput(detail: string): Refusal {
	return partnerRefusal(400, `Invalid request parameters: ${detail}`);
}
