import type { Fault } from '../proxy';
import { then } from '../proxy';
import type { FaultCase } from './types';
import { everywhere, isFdx } from './types';

/** Every page after the first names itself as the next one. */
const sameCursor: Fault = async ({ call, forward, send }) => {
	const answer = await forward();
	const body = JSON.parse(answer.body.toString('utf8')) as object;
	const page = { nextOffset: call.query.get('offset') };
	send({ ...answer, body: Buffer.from(JSON.stringify({ ...body, page })) });
};

export const flow: readonly FaultCase[] = [
	{
		group: 'cursors',
		name: 'the cursor of this page again',
		fault: () => sameCursor,
		only: ({ query }) => query.has('offset'),
		expects: { read: 'fails' },
		quick: true,
	},
	{
		group: 'token expires',
		name: 'after this call; answered with 401',
		fault: ({ sandbox }) => then(() => sandbox.expireTokens()),
		expects: everywhere('unharmed'),
		strikes: 'once',
		quick: true,
	},
	{
		group: 'token expires',
		name: 'after this call; answered with 400, invalid input',
		fault: ({ sandbox }) =>
			then(() => {
				Object.assign(sandbox.settings, { badTokenStatus: 400, fdxBadTokenCode: 401 });
				sandbox.expireTokens();
			}),
		expects: everywhere('unharmed'),
		strikes: 'once',
		quick: true,
	},
	{
		group: 'consent ends',
		name: 'after this call',
		fault: ({ sandbox }) => then(() => sandbox.revoke()),
		only: (call) => isFdx(call) || call.body.includes('refresh_token'),
		expects: { read: 'either', token: 'either' },
		// It ended before the node asked for what comes next, and Flinks says so.
		saysEnded: true,
		strikes: 'once',
		quick: true,
	},
];
