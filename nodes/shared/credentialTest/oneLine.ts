import type { Failure } from '../../../outbound/failure';
import { describeFailure } from '../../../outbound/errors/describe';

/** What is shown of a failed test: n8n's dialog has one line, so every part ends with a full stop. */
export function oneLine(failure: Failure): string {
	return [failure.title, ...describeFailure(failure).split('\n')].map(sentence).join(' ');
}

export function sentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
