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

export const leaks: readonly FaultCase[] = [
	echoes(403, {}),
	echoes(500, {
		expects: { read: 'recovers', request: 'recovers', token: 'recovers', change: 'fails' },
	}),
	...[301, 302, 303, 307, 308].map(redirect),
	{
		group: 'redirect elsewhere',
		name: 'links.next names another host',
		fault: ({ elsewhere }) =>
			rewritten((body) => ({ ...body, links: { next: { href: `${elsewhere}/next` } } })),
		expects: { read: 'unharmed' },
		only: ({ path }) => path === '/api/fdx/5/accounts',
		quick: true,
	},
];
