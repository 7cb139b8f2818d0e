import { test } from 'node:test';
import { openBrowser } from '../e2e/support/browser.mjs';
import { Editor } from '../e2e/support/editor.mjs';
import { createLinks } from '../../host/lib/customers.mjs';
import { eventually } from './support/workers.mjs';

const SIGNED_IN_AS = 'noor';

/** What a person sees at the one address in front of all processes. */
export function tests({ queue, n8n, ledger, login, workflows }) {
	const executed = () =>
		queue.workers.flatMap(
			(worker) => worker.logText().match(/Worker finished execution \d+/g) ?? [],
		);

	test('the editor runs a template on a worker, and shows its rows', async () => {
		const { page, scriptErrors, close } = await openBrowser();
		try {
			const editor = new Editor(page, n8n);
			await editor.signIn(login);
			await editor.openWorkflow(workflows['registration-audit.json'].id);
			const before = executed().length;
			await editor.executeWorkflow();
			await eventually('a worker runs it', () => executed().length > before);
			ledger.equal('executions of the workers', executed().length - before, 1);
			await editor.keepPicture('queue-editor');
			ledger.equal('errors of the editor', scriptErrors, []);
		} finally {
			await close();
		}
	});

	test('a customer connects in a browser, through a webhook process', async () => {
		const { page, close } = await openBrowser();
		try {
			const [first] = await createLinks(n8n, workflows['webhook-account-fetch.json'].id);
			const before = executed().length;
			await page.goto(first.authorizationUrl);
			await page.selectOption('select[name="customer"]', SIGNED_IN_AS);
			await page.click('button[value="allow"]');
			await page.waitForURL(/flinksResult/);
			ledger.equal('the page', await page.textContent('h1'), 'Your accounts are connected');
			await eventually('a worker runs it', () => executed().length > before);
			ledger.equal('executions of the workers', executed().length - before, 1);
			await new Editor(page, n8n).keepPicture('queue-connected');
		} finally {
			await close();
		}
	});
}
