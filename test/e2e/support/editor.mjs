import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../../../host/lib/paths.mjs';

const imagesDir = path.join(rootDir, 'docs', 'images');
const byId = (page, id) => page.locator(`[data-test-id="${id}"]:visible`);

/** Signs in through n8n's own page. */
export async function signIn(page, url, { email, password }) {
	await page.goto(`${url}/signin`);
	await page.fill('input[name="emailOrLdapLoginId"]', email);
	await page.fill('input[type="password"]', password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/(home|workflow)/);
}

/** A picture for the README, without the passing notices. */
export async function keepPicture(page, name) {
	mkdirSync(imagesDir, { recursive: true });
	for (const notice of await page.locator('.el-notification__closeBtn:visible').all()) {
		await notice.click().catch(() => undefined);
	}
	await page.mouse.move(700, 895);
	await page.locator('.el-notification').first().waitFor({ state: 'hidden' });
	await page.screenshot({ path: path.join(imagesDir, `${name}.png`), animations: 'disabled' });
}

export async function openWorkflow(page, url, id) {
	await page.goto(`${url}/workflow/${id}`);
	await byId(page, 'canvas-node').first().waitFor();
}

/** Opens the list of nodes from the last node's plus and searches it. @returns the entries' names */
export async function searchNodes(page, words) {
	await byId(page, 'canvas-handle-plus').first().click();
	await byId(page, 'node-creator-search-bar').fill(words);
	const names = byId(page, 'node-creator-item-name');
	await names
		.filter({ hasText: new RegExp(words, 'i') })
		.first()
		.waitFor();
	return await names.allInnerTexts();
}

/** Puts a found node into the workflow; its panel opens. */
export async function addFoundNode(page, name) {
	await byId(page, 'item-iterator-item').filter({ hasText: name }).first().click();
	await page.getByText('Add to workflow').click();
	await byId(page, 'ndv').waitFor();
}

/** Opens a node of the canvas by its name. */
export async function openNode(page, name) {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	await byId(page, 'ndv').waitFor();
}

/** Presses *Execute step* and waits for the output. @returns the header and the rows of its table */
export async function executeStep(page) {
	await byId(page, 'node-execute-button').click();
	const panel = byId(page, 'output-panel');
	await panel.locator('[data-test-id="node-run-status-success"]').waitFor({ timeout: 60_000 });
	await panel.locator('[data-test-id="radio-button-table"]').click();
	const cells = (row) => row.locator('th, td').allInnerTexts();
	const table = panel.locator('table').first();
	await table.waitFor();
	const rows = await Promise.all((await table.locator('tr').all()).map(cells));
	const [header = [], ...body] = rows.map((row) => row.map((text) => text.trim()));
	return { header, rows: body };
}

export const closeNode = (page) => byId(page, 'ndv-close-button').click();

export async function openCredential(page, url, id) {
	await page.goto(`${url}/home/credentials/${id}`);
	await byId(page, 'credential-edit-dialog').waitFor();
}

/** Presses Connect. @returns the page of the consent window that opens */
export async function pressConnect(page) {
	const opened = page.waitForEvent('popup');
	await byId(page, 'quick-connect-button').click();
	const consent = await opened;
	await consent.waitForLoadState();
	return consent;
}
