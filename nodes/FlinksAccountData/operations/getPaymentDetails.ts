import { paymentNetworkPages } from '../../../outbound/endpoints/accountData';
import { getAccount } from '../../../outbound/endpoints/accounts';
import { getCustomer } from '../../../outbound/endpoints/customer';
import { FlinksFailure } from '../../../outbound/failure';
import type { Client } from '../../../outbound/http/client';
import { rowsOf } from '../../../outbound/http/pages';
import { outcomeOf } from '../../../outbound/outcome';
import { paymentDetails } from '../../../outbound/payments/paymentDetails';
import { account, fullNumbers } from '../../shared/accounts/accountFields';
import { sameQuestions } from '../../shared/accounts/sameQuestions';
import { askOnce } from '../../shared/client/askOnce';
import { withCustomer } from '../../shared/client/customer';
import { customers } from '../../shared/client/customers';
import { options } from '../../shared/fields/collection';
import { requestsAtOnce } from '../../shared/fields/common';
import { text } from '../../shared/fields/text';
import { operation } from '../../shared/node/operation';
import { rowsFrom } from '../../shared/output/row';
import { RESOURCES } from '../resources';

const expectedName = text({
	name: 'expectedName',
	label: 'Expected Name',
	description:
		"Who the payment is expected from: it is compared with the customer's name as the bank gives it. No comparison when empty.",
	placeholder: 'e.g. Marie Tremblay',
});

export const getPaymentDetails = operation({
	resource: RESOURCES.paymentNetwork,
	value: 'getDetails',
	name: 'Get Payment Details',
	action: 'Get payment details',
	description:
		'Holder, institution, transit and account number in one row, e.g. for a pre-authorized debit, with a comparison of names',
	access: customers,
	outputs: ['Results'],
	fields: { account, expectedName, options: options({ fullNumbers, requestsAtOnce }) },
	atOnce: (job) => job.options.requestsAtOnce,
	admit: (job, opened, item) => withCustomer(job, opened, item),
	each: async ({ job, customer: { client } }) => {
		const [customer, found, networks] = await Promise.all([
			customerOnce(client, 'current'),
			getAccount(client, job.account),
			ifOffered(async () => await networksOf(client, job.account)),
		]);
		const row = paymentDetails(
			{ customer, account: found, networks, expectedName: job.expectedName || null },
			{ fullNumbers: job.options.fullNumbers ?? false },
		);
		if (!row) throw new FlinksFailure(NO_ACCOUNT);
		return rowsFrom([{ ...row, accountId: job.account }]);
	},
	shared: sameQuestions,
});

const customerOnce = askOnce(
	(which: 'current') => which,
	async (client: Client) => await ifOffered(async () => await getCustomer(client)),
);

async function networksOf(client: Client, accountId: string): Promise<readonly object[]> {
	const networks: object[] = [];
	for await (const one of rowsOf(paymentNetworkPages(client, accountId))) networks.push(one);
	return networks;
}

/** What a bank does not offer is missing in the row; every other failure counts. */
async function ifOffered<T>(ask: () => Promise<T>): Promise<T | undefined> {
	const end = await outcomeOf(ask);
	if (end.kind === 'done') return end.value;
	if (end.failure.kind === 'unsupported') return undefined;
	throw new FlinksFailure(end.failure);
}

const NO_ACCOUNT = {
	kind: 'unexpected-answer',
	title: 'Flinks could not read the account: its answer is not in the documented form',
	remedy: 'Look at it with Flinks Get Accounts: Get and Simplify off, and tell Flinks support.',
} as const;
