import type { Family } from '../wire';
import { ANY_FAMILY, CHECK_BASE_URL, RETRY_LATER } from './anyStatusTable';
import type { Entry } from './entry';
import { FAMILY_STATUS } from './familyStatusTable';

const unexpected = (reason: string, remedy: string): Entry => ({
	kind: 'unexpected-answer',
	reason,
	remedy,
});
const REDIRECT = unexpected(
	'the answer was a redirect, which is not followed so that tokens stay safe',
	'Set the base URL in the Flinks credential to the final address, starting with https.',
);
const UNREADABLE = unexpected(
	'the answer could not be understood',
	`${CHECK_BASE_URL} If it is right, ask Flinks support.`,
);
const SERVER_SIDE: Entry = {
	kind: 'temporarily-unavailable',
	reason: 'something went wrong inside Flinks or on the way to it',
	remedy: RETRY_LATER,
};
const REFUSED: Entry = {
	kind: 'invalid-input',
	reason: 'the request was not accepted',
	remedy: 'Check the values in the node and the base URL in the Flinks credential.',
};

/** What any HTTP status means where the body does not say more. */
export function entryForStatus(family: Family, status: number): Entry {
	const known = FAMILY_STATUS[family][status] ?? ANY_FAMILY[status];
	if (known) return known;
	if (status >= 500 && status < 600) return SERVER_SIDE;
	if (status >= 400 && status < 500) return REFUSED;
	return status >= 300 && status < 400 ? REDIRECT : UNREADABLE;
}
