import { test } from 'node:test';
import { TABLE } from '../../host/lib/customers.mjs';
import { allComeBack } from './support/browser.mjs';
import { callbacksOf } from './support/links.mjs';
import { enqueuedBy, eventually } from './support/workers.mjs';

const COUNT = 200;
const NAMES = Array.from({ length: COUNT }, (_, index) => `returning-${index}`);
const isOne = ({ reference }) => reference.startsWith('returning-');

const twice = (list) => list.filter((one, index) => list.indexOf(one) !== index);
const without = (all, some) => all.filter((one) => !some.includes(one));

/** 200 customers come back at once, over two webhook processes. */
export async function tests(setup) {
	const { queue, sandbox, n8n, ledger } = setup;
	const stored = async () => (await n8n.tableRows(TABLE)).filter(isOne);
	let addresses = [];

	test('200 callbacks over two webhook processes make 200 connections', async () => {
		addresses = await callbacksOf(setup, NAMES);
		await sandbox.clearLog();
		const before = queue.webhooks.map((one) => enqueuedBy([one]).length);

		const pages = await allComeBack(addresses);

		ledger.lost(
			'pages that say connected',
			NAMES.filter(
				(_, index) => pages[index].status !== 200 || !/connected/.test(pages[index].text),
			),
		);
		const codes = await sandbox.tokenRequests('authorization_code');
		ledger.equal('codes sent to Flinks', codes.length, COUNT);
		ledger.equal(
			'codes that Flinks took',
			codes.filter(({ status }) => status === 200).length,
			COUNT,
		);
		const begun = queue.webhooks.map((one, index) => enqueuedBy([one]).length - before[index]);
		ledger.equal('executions begun', begun[0] + begun[1], COUNT);
		for (const [index, count] of begun.entries()) {
			ledger.atLeast(`executions begun by webhook process ${index + 1}`, count, COUNT / 4);
		}
	});

	test('the workers store each of them once, and read its accounts', async () => {
		await eventually(`${COUNT} rows`, async () => (await stored()).length >= COUNT);
		const references = (await stored()).map(({ reference }) => reference);
		ledger.lost('customers in the table', without(NAMES, references));
		ledger.doubled('customers in the table', twice(references));
		const links = (await stored()).map(({ linkId }) => linkId);
		ledger.doubled('links in the table', twice(links));
		const read = async () =>
			new Set(
				(await sandbox.log())
					.filter(({ route, status }) => route.endsWith('/accounts') && status === 200)
					.map(({ connectionId }) => connectionId),
			);
		await eventually('all accounts are read', async () => (await read()).size >= COUNT);
		ledger.equal('customers whose accounts were read', (await read()).size, COUNT);
		for (const worker of queue.workers) {
			const done = [...worker.logText().matchAll(/Worker finished execution/g)].length;
			ledger.atLeast(`executions of ${worker.name}`, done, 1);
		}
	});

	test('all of them again start nothing, and ask Flinks nothing', async () => {
		await sandbox.clearLog();
		const before = enqueuedBy(queue.webhooks).length;
		const pages = await allComeBack(addresses);
		ledger.equal('pages', [...new Set(pages.map(({ status }) => status))], [400]);
		ledger.equal('requests to Flinks', await sandbox.log(), []);
		ledger.doubled('executions begun', enqueuedBy(queue.webhooks).slice(before));
		ledger.equal('rows', (await stored()).length, COUNT);
	});
}
