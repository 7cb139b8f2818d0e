import { DEMO } from '../../sandbox';
import { talkTo, type Talk } from './support/talk';

const CURRENT = '/api/fdx/5/customers/current';

let talk: Talk;
beforeEach(async () => {
	talk = await talkTo();
});
afterEach(async () => await talk.close());

const read = async () => (await talk.http.get(CURRENT, talk.asCustomer())).data;

it.each([
	['the older page', { email: true, emails: false, accounts: true }],
	['the newer page', { email: false, emails: false, accounts: false }],
	["a provider's inventory", { email: true, emails: true, accounts: false }],
])('has the fields of %s', async (_page, customerFields) => {
	talk.sandbox.settings.customerFields = customerFields;
	const holder = await read();
	for (const [field, there] of Object.entries(customerFields)) {
		expect(Object.hasOwn(holder, field)).toBe(there);
	}
	expect(holder).toMatchObject({
		name: { first: 'Camille', last: 'Tremblay' },
		addresses: [{ country: 'CA', type: 'HOME' }],
		telephones: [{ type: 'CELL' }],
	});
});

it('names the accounts that the consent covers', async () => {
	talk.sandbox.settings.customerFields = { email: false, emails: false, accounts: true };
	const { accounts } = await read();
	const own = talk.sandbox.bank.accounts(DEMO.providerId, DEMO.customer);
	expect(accounts.map(({ accountId }: { accountId: string }) => accountId)).toEqual(
		own.map(({ id }) => id),
	);
	expect(accounts[0]).toMatchObject({ relationship: 'PRIMARY', links: { action: 'GET' } });
	const few = await talk.http.get(CURRENT, talk.asCustomer(['CUSTOMER_CONTACT']));
	expect(few.data.accounts.length).toBe(own.filter(({ kind }) => kind !== 'investment').length);
});

it('goes by whatever name: a whole one, or a company', async () => {
	const whole = { prefix: 'Dr.', first: 'Zoé', middle: 'M.', last: 'Côté-Roy', suffix: 'Jr.' };
	talk.sandbox.rename(DEMO.providerId, DEMO.customer, whole);
	expect((await read()).name).toEqual(whole);
	const renamed = await talk.http.post('/sandbox/customers/name', {
		company: 'Érablière Roy inc.',
	});
	expect(renamed.status).toBe(200);
	expect((await read()).name).toEqual({ company: 'Érablière Roy inc.' });
	expect(() => talk.sandbox.rename(9, 'nobody', {})).toThrow(RangeError);
});

it('is not offered where told so', async () => {
	talk.sandbox.settings.notOffered = ['F1'];
	const { status, data } = await talk.http.get(CURRENT, talk.asCustomer());
	expect([status, data.code]).toEqual([405, 501]);
});
