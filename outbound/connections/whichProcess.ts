import { randomBytes, randomUUID } from 'node:crypto';

/** Asks at the redirect URI which process answers. */
const PARAMETER = 'flinksProcess';
const LOOKS_SO = /^flinks-process-[\da-f-]{36}$/;
const STATE_BYTES = 12;

/** Tells this process from others, and nothing else. */
export const PROCESS_ID = `flinks-process-${randomUUID()}`;

export const isProcessId = (text: string): boolean => LOOKS_SO.test(text);

/** Whether a request at the redirect URI wants to know which process this is. */
export function asksWhichProcess(query: unknown): boolean {
	return typeof query === 'object' && query !== null && PARAMETER in query;
}

/** The address that asks, with a state as a callback has it: one that no other request has. */
export function askWhichProcess(redirectUri: string): string {
	const address = new URL(redirectUri);
	address.searchParams.set(PARAMETER, '1');
	address.searchParams.set('state', randomBytes(STATE_BYTES).toString('base64url'));
	return address.href;
}
