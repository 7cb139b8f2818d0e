import type { Bounds } from '../../../outbound/http/bounds';
import type { Sandbox } from '../../../sandbox';
import { WRITE, type Call } from '../proxy/call';
import type { Fault } from '../proxy';

/** What kind of call a fault meets; each kind has rules of its own about repeating. */
export type CallKind = 'change' | 'read' | 'request' | 'token';

/**
 * What must come of it:
 * `unharmed`  every item ends as without the fault, however often it strikes
 * `recovers`  the same if it strikes once; if it never ends, the items it struck fail
 * `splits`    as `recovers` where the request holds several pairs, else as `fails`
 * `mayFail`   as `fails`, or some or all of the struck items recover
 * `fails`     exactly the items that need the struck call end with an error
 * `unlisted`  the request counts as sent, and its pairs come out as not listed yet
 * `pauses`    as `fails`, and any other item may fail too, since Flinks wants no request for a while
 * `flagged`   each item has as many rows as without the fault, whatever is in them, or ends in one error
 * `told`      each item ends in rows or in one error, and what these say is what Flinks has recorded
 * `either`    how many items are hit is a matter of timing; each ends as without the fault or fails
 */
export type Expectation =
	| 'either'
	| 'fails'
	| 'flagged'
	| 'mayFail'
	| 'pauses'
	| 'recovers'
	| 'splits'
	| 'told'
	| 'unharmed'
	| 'unlisted';

export interface FaultContext {
	readonly sandbox: Sandbox;
	/** Address of a host that must never be sent anything secret. */
	readonly elsewhere: string;
}

export interface FaultCase {
	readonly group: string;
	readonly name: string;
	readonly expects: Partial<Record<CallKind, Expectation>>;
	readonly fault: (context: FaultContext) => Fault;
	/** Only where the path begins so. */
	readonly only?: (call: Call) => boolean;
	/** The world in which it happens: changed before the job begins. */
	readonly world?: (sandbox: Sandbox) => void;
	/** Other bounds of time and number, so that a test need not wait for those of the package. */
	readonly bounds?: Partial<Bounds>;
	/** Flinks' own words for a consent that is no more. */
	readonly saysEnded?: true;
	/** More requests than without it are no fault of the node. */
	readonly endless?: true;
	/** How often it strikes; both where left out. */
	readonly strikes?: 'always' | 'once';
	/** Also in the quick run. */
	readonly quick?: true;
}

export function kindOf({ method, label }: Pick<Call, 'label' | 'method'>): CallKind {
	if (label === 'token') return 'token';
	if (label === WRITE) return 'request';
	return method === 'GET' ? 'read' : 'change';
}

/** A change, or what is asked after one: only Flinks' records tell what became of it. */
export const isAboutChange = (call: Pick<Call, 'label' | 'method'>): boolean =>
	kindOf(call) === 'change' || call.label.endsWith('after the change');

export const isFdx = ({ path }: Call): boolean => path.startsWith('/api/fdx/');
export const isOAuth = ({ label }: Call): boolean => label === 'token' || label === 'revoke';
export const isPartner = (call: Call): boolean => !isFdx(call) && !isOAuth(call);

export const everywhere = (expectation: Expectation): FaultCase['expects'] => ({
	change: expectation,
	read: expectation,
	request: expectation,
	token: expectation,
});
