import type { Call } from '../proxy';
import { answers, json, rewritten } from '../proxy';
import { CANARIES } from '../../../sandbox';
import type { FaultCase } from './types';
import { everywhere } from './types';

const NUMBER = `${CANARIES.accountNumber}4455667`;

/** What a careless server may say: everything it was sent, and a full account number. */
function echo({ headers, body }: Call) {
	const said = `Refused for account ${NUMBER}: authorization: ${headers.authorization ?? 'none'}, body ${body}`;
	return { message: said, error_description: said, debugMessage: said, code: 9999 };
}

const echoes = (status: number, rest: Partial<FaultCase>): FaultCase => ({
	group: 'echoed secrets',
	name: `${status} that repeats the request`,
	fault: () => answers((call) => json(status, echo(call))),
	expects: everywhere('fails'),
	quick: true,
	...rest,
});

const redirect = (status: number): FaultCase => ({
	group: 'redirect elsewhere',
	name: `${status} to another host`,
	fault: ({ elsewhere }) =>
		answers(json(status, { message: 'Moved' }, { location: `${elsewhere}/api/v1/token` })),
	expects: everywhere('fails'),
	...(status === 307 && { quick: true as const }),
});

const isAccountList = ({ path }: Call) => path === '/api/fdx/5/accounts';

/** A page whose link to the next one, if there is one, is at `address`; with its cursor beside it, or not. */
function linkedTo(address: string, body: Record<string, unknown>, withCursor: boolean): unknown {
	const { page } = body;
	const cursor =
		typeof page === 'object' && page !== null && 'nextOffset' in page ? page.nextOffset : undefined;
	if (cursor === undefined) return body;
	const href = `${address}?limit=1&offset=${encodeURIComponent(String(cursor))}`;
	return { ...body, ...(withCursor ? {} : { page: {} }), links: { next: { href } } };
}

export const leaks: readonly FaultCase[] = [
	echoes(403, {}),
	echoes(500, {
		expects: { read: 'recovers', request: 'recovers', token: 'recovers', change: 'fails' },
	}),
	...[301, 302, 303, 307, 308].map(redirect),
	{
		group: 'redirect elsewhere',
		name: 'links.next names another host',
		fault: ({ elsewhere }) => rewritten((body) => linkedTo(`${elsewhere}/next`, body, true)),
		expects: { read: 'unharmed' },
		only: isAccountList,
		quick: true,
	},
	{
		group: 'redirect elsewhere',
		name: 'the next page is named by links.next alone, at another host',
		fault: ({ elsewhere }) => rewritten((body) => linkedTo(`${elsewhere}/next`, body, false)),
		expects: { read: 'unharmed' },
		only: isAccountList,
		quick: true,
	},
	{
		group: 'unreadable',
		name: 'a next page that cannot be asked for',
		fault: () => rewritten((body) => ({ ...body, page: {}, links: { next: { href: '/next' } } })),
		expects: { read: 'fails' },
		only: isAccountList,
		quick: true,
	},
];
