import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './support/browser.mjs';

const require = createRequire(import.meta.url);
const rootDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const { url, stop } = await startSandbox();
const { page, scriptErrors, close } = await openBrowser();
after(async () => {
	await close();
	await stop();
});

/** A sandbox of its own: pressing its buttons must not change the one that n8n's tests use. */
async function startSandbox() {
	const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', '--port', '0'], {
		cwd: rootDir,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let text = '';
	for await (const piece of child.stdout) {
		text += piece;
		const [, found] = /sandbox: (http\S+)/.exec(text) ?? [];
		if (!found) continue;
		const stopped = once(child, 'exit');
		return { url: found, stop: () => (child.kill() ? stopped : undefined) };
	}
	throw new Error(`The sandbox did not start: ${text}`);
}

const json = (method, body) => ({
	method,
	headers: { 'Content-Type': 'application/json' },
	body: JSON.stringify(body),
});
const ask = new URLSearchParams({
	client_id: 'dc-maplebudgetdemo0000000001',
	// Any page on this machine will do; this one exists.
	redirect_uri: `${url}/sandbox/demo`,
	state: 'any',
	response_type: 'code',
	scope: 'ACCOUNT_BASIC TRANSACTIONS',
	provider_id: '2200',
});
const asked = (changed) =>
	`/api/v1/authorize?${new URLSearchParams({ ...Object.fromEntries(ask), ...changed })}`;

const PAGES = {
	'the dashboard': '/',
	'the dashboard after a button': '/?done=approve#registrations',
	'the consent page': asked({}),
	'the consent page in French': asked({ lang: 'fr' }),
	'a refusal with a way back': asked({ redirect_uri: 'https://elsewhere.example/' }),
	'a refusal without one, in French': asked({ client_id: 'dc-nobody', lang: 'fr' }),
};
const SIZES = {
	'a telephone': { width: 390, height: 844 },
	'a desk': { width: 1400, height: 900 },
};

// Something in every table: a connection, requests, one of them refused.
await fetch(`${url}/sandbox/connect`, json('POST', {}));
await fetch(`${url}/api/v1/recipients`);

for (const [name, target] of Object.entries(PAGES)) {
	for (const [device, viewport] of Object.entries(SIZES)) {
		for (const colorScheme of ['light', 'dark']) {
			test(`${name} has no obstacle on ${device} in ${colorScheme} colours`, async () => {
				await page.setViewportSize(viewport);
				await page.emulateMedia({ colorScheme });
				await page.goto(url + target);
				const wide = await page.evaluate(() => document.documentElement.scrollWidth);
				assert.ok(wide <= viewport.width, `${wide} pixels wide`);
				await page.evaluate(axe);
				const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
				assert.deepEqual(
					violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
					[],
				);
				assert.ok(passes.length > 10);
			});
		}
	}
}

test('the dashboard is worked by keyboard alone', async () => {
	await page.setViewportSize(SIZES['a telephone']);
	await page.goto(url);
	const focused = () =>
		page.evaluate(
			() =>
				document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
		);
	await page.keyboard.press('Tab');
	assert.equal(await focused(), 'Skip to what waits');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const [, step, recipient, provider] = /^(Approve|Activate) (.+) with (.+)$/.exec(await focused());
	const waiting = async () => {
		const rows = await (await fetch(`${url}/sandbox/registrations`)).json();
		return rows.filter(
			({ status }) => status === (step === 'Approve' ? 'PENDING_APPROVAL' : 'PENDING_ACTIVATION'),
		).length;
	};
	const before = await waiting();
	await page.keyboard.press('Enter');
	await page.waitForSelector('[role=status]');
	assert.equal(await waiting(), before - 1);
	const row = page.getByRole('row').filter({ hasText: recipient }).filter({ hasText: provider });
	assert.ok((await row.count()) > 0);
	await page.keyboard.press('Tab');
	assert.match(await focused(), /^(Approve|Activate) /);
});

test('a customer consents by keyboard alone, and sees who asks and which bank', async () => {
	await page.goto(url + asked({ lang: 'fr' }));
	const text = await page.locator('main').innerText();
	assert.match(text, /Maple Budget souhaite consulter .+ à la Caisse du Fleuve\./);
	assert.equal(await page.getByText('Household budgets').getAttribute('lang'), 'en');
	await page.getByRole('button', { name: 'Refuser' }).focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(`${url}/sandbox/demo?**`);
	assert.match(page.url(), /error=access_denied/);
});

test('a refusal names the application and leads back to it', async () => {
	await page.goto(url + PAGES['a refusal with a way back']);
	const back = page.getByRole('link', { name: 'Back to Maple Budget' });
	assert.equal(await back.getAttribute('href'), 'https://recipient-1.example/');
	assert.deepEqual(scriptErrors, []);
});
