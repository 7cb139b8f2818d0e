import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { rootDir } from '../../../host/lib/paths.mjs';

const imagesDir = path.join(rootDir, 'test', 'e2e', 'output', 'images');
const RUN_TIMEOUT_MS = 60_000;
const LIST_TIMEOUT_MS = 5_000;
const LIST_TRIES = 6;

/** n8n's editor as a person uses it. Everything is found by what it shows or by n8n's own test ids. */
export class Editor {
	constructor(page, n8n) {
		this.page = page;
		this.n8n = n8n;
	}

	/** What is visible under one of n8n's test ids. */
	shown(id, within = this.page) {
		return within.locator(`[data-test-id="${id}"]:visible`);
	}

	async signIn({ email, password }) {
		await this.page.goto(`${this.n8n.url}/signin`);
		await this.page.fill('input[name="emailOrLdapLoginId"]', email);
		await this.page.fill('input[type="password"]', password);
		await this.page.keyboard.press('Enter');
		await this.page.waitForURL(/\/(home|workflow)/);
	}

	/** Keeps a picture of what is shown now, without passing notices. */
	async keepPicture(name, page = this.page) {
		mkdirSync(imagesDir, { recursive: true });
		const style = '.el-notification { visibility: hidden !important; }';
		const file = path.join(imagesDir, `${name}.png`);
		await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', style });
	}

	/** What the browser showed when a test failed. @param context of the test that ended */
	async keepFailure({ passed, name }) {
		if (passed === false) await this.keepPicture(`FAILED ${name.replace(/\W+/g, ' ')}`);
	}

	async openWorkflow(id) {
		await this.page.goto(`${this.n8n.url}/workflow/${id}`);
		await this.shown('canvas-node').first().waitFor();
	}

	/** Opens the panel of a node on the canvas. */
	async openNode(name) {
		await this.shown('canvas-node').filter({ hasText: name }).first().dblclick();
		await this.shown('ndv').waitFor();
	}

	/** A new workflow that holds nothing but its trigger. @param more settings of the workflow */
	async openNewWorkflow(name, more = {}) {
		const trigger = {
			id: 'trigger',
			name: 'When clicking ‘Execute workflow’',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		};
		const settings = { executionOrder: 'v1', ...more };
		const workflow = { name, nodes: [trigger], connections: {}, settings };
		await this.openWorkflow((await this.n8n.createWorkflow(workflow)).id);
	}

	/** Searches the list of nodes behind the plus of the trigger. @returns the names found */
	async searchNodes(words) {
		await this.shown('canvas-handle-plus').first().click();
		await this.shown('node-creator-search-bar').fill(words);
		const names = this.shown('node-creator-item-name');
		await names
			.filter({ hasText: new RegExp(words, 'i') })
			.first()
			.waitFor();
		return await names.allInnerTexts();
	}

	/** Puts a found node into the workflow, with one of its actions if it offers several. */
	async addFoundNode(name, action) {
		const items = this.shown('item-iterator-item');
		await items.filter({ hasText: name }).first().click();
		if (action) await items.filter({ hasText: action }).click();
		else await this.page.getByText('Add to workflow').click();
		await this.shown('ndv').waitFor();
	}

	/** While `work` lasts, the editor learns of no credentials. */
	async knowingNoCredentials(work) {
		const lists = /\/rest\/credentials(\/for-workflow)?(\?|$)/;
		await this.page.route(lists, async (route) => {
			if (route.request().method() !== 'GET') return await route.continue();
			await route.fulfill({ json: { data: [] } });
		});
		try {
			await work();
		} finally {
			await this.page.unroute(lists);
		}
	}

	/** Presses the button that a node without a credential shows, and waits for the dialog. */
	async connectNode() {
		await this.page.getByText(/^Connect to /).click();
		await this.shown('credential-edit-dialog').waitFor();
	}

	/** A list closes by itself when its options are loaded anew, so it may have to be opened again. */
	async #choose(list, names) {
		const options = this.page.locator('.el-select-dropdown__item:visible');
		const wanted = options.filter({ hasText: names[0] });
		for (let tries = 0; tries < LIST_TRIES && !(await wanted.isVisible()); tries += 1) {
			await list.click();
			await wanted.waitFor({ timeout: LIST_TIMEOUT_MS }).catch(() => undefined);
		}
		for (const name of names) await options.filter({ hasText: name }).click();
	}

	/** Picks several options of a parameter by the names it shows. */
	async pick(parameter, names) {
		await this.#choose(this.shown(`parameter-input-${parameter}`), names);
		await this.page.keyboard.press('Escape');
	}

	/** Waits until a dropdown offers an entry with these words. It closes by itself when it is loaded anew. */
	async listHas(parameter, words) {
		const list = this.shown(`parameter-input-${parameter}`);
		const entries = this.page.locator('.el-select-dropdown__item:visible');
		const wanted = entries.filter({ hasText: words }).first();
		const until = Date.now() + LIST_TRIES * LIST_TIMEOUT_MS;
		await this.#listsAreClosed();
		while (!(await wanted.isVisible()) && Date.now() < until) {
			if (!(await entries.first().isVisible())) await list.click();
			await wanted.waitFor({ timeout: 1_000 }).catch(() => undefined);
		}
		await wanted.waitFor({ timeout: 1_000 });
		await this.#closeLists();
	}

	/** Opens the list of a field that holds one ID, and waits until it offers an entry with these words. */
	async idListHas(parameter, words) {
		const field = this.shown(`resource-locator-${parameter}`);
		await this.shown('rlc-input', field).or(field.locator('input')).last().click();
		await this.shown('rlc-item').filter({ hasText: words }).first().waitFor();
	}

	/** Opens the list of a field that holds one ID, and picks the entry with these words. */
	async pickId(parameter, words) {
		await this.idListHas(parameter, words);
		await this.shown('rlc-item').filter({ hasText: words }).first().click();
	}

	/** @returns {Promise<string[]>} the names that a dropdown offers */
	async namesIn(parameter) {
		await this.#listsAreClosed();
		await this.shown(`parameter-input-${parameter}`).click();
		const items = this.page.locator('.el-select-dropdown__item:visible');
		await items.first().waitFor();
		const names = await items.allInnerTexts();
		await this.#closeLists();
		return names.map((text) => text.split('\n')[0].trim());
	}

	/** Adds an entry to a collection, such as a filter. */
	async addToCollection(button, entry) {
		await this.page.getByPlaceholder(button).or(this.page.getByText(button)).first().click();
		await this.page
			.locator('.el-select-dropdown__item:visible')
			.filter({ hasText: entry })
			.first()
			.click();
	}

	/** Escape would close the panel where no list is open. */
	async #closeLists() {
		await this.page.keyboard.press('Escape');
		await this.#listsAreClosed();
	}

	/** They fade away for a moment after something was chosen. */
	#listsAreClosed() {
		const entries = this.page.locator('.el-select-dropdown__item:visible');
		return entries.first().waitFor({ state: 'hidden' });
	}

	/** n8n proposes the newest credential; this makes it a certain one. */
	pickCredential(name) {
		return this.#choose(this.shown('node-credentials-select'), [name]);
	}

	/** Presses *Execute step*. @returns {Promise<{header: string[], rows: string[][]}>} the output's table */
	async executeStep() {
		await this.shown('node-execute-button').click();
		const output = this.shown('output-panel');
		await this.shown('node-run-status-success', output).waitFor({ timeout: RUN_TIMEOUT_MS });
		await this.shown('radio-button-table', output).click();
		const table = output.locator('table').first();
		await table.waitFor();
		const [header = [], ...rows] = await table
			.locator('tr')
			.evaluateAll((lines) =>
				lines.map((line) =>
					[...line.querySelectorAll('th, td')].map((cell) => cell.innerText.trim()),
				),
			);
		return { header, rows };
	}

	/** Draws the middle of a node's panel to the left, so that pictures show more of the output. */
	async widenOutput() {
		const { x, y, width, height } = await this.shown('panel-drag-button').boundingBox();
		await this.page.mouse.move(x + width / 2, y + height / 2);
		await this.page.mouse.down();
		await this.page.mouse.move(340, y, { steps: 8 });
		await this.page.mouse.up();
	}

	/** @returns {Promise<string>} such as "39 items" */
	async itemCount() {
		const text = await this.shown('ndv-items-count', this.shown('output-panel')).innerText();
		return text.trim();
	}

	/** Presses *Execute workflow* and waits until every node on the canvas has its green mark. */
	async executeWorkflow() {
		await this.shown('execute-workflow-button').click();
		await this.page
			.getByText('Workflow executed successfully')
			.waitFor({ timeout: RUN_TIMEOUT_MS });
		await this.shown('zoom-to-fit').click();
	}

	async openCredential(id) {
		await this.page.goto(`${this.n8n.url}/home/credentials/${id}`);
		await this.shown('credential-edit-dialog').waitFor();
	}

	fillField(parameter, value) {
		return this.shown(`parameter-input-${parameter}`).locator('input').fill(value);
	}

	/** Begins a new credential, as from *Create credential*; nothing but its defaults is in it. */
	async newCredential(typeName) {
		await this.page.goto(`${this.n8n.url}/home/credentials/create`);
		const search = this.shown('new-credential-type-select').locator('input');
		await search.click();
		await search.fill(typeName);
		await this.page
			.locator('.el-select-dropdown__item:visible')
			.filter({ hasText: typeName })
			.first()
			.click();
		await this.shown('new-credential-type-button').click();
		await this.shown('credential-edit-dialog').waitFor();
	}

	/** Chooses one option of a credential's field by the name it shows. */
	chooseInField(parameter, name) {
		return this.#choose(this.shown(`parameter-input-${parameter}`), [name]);
	}

	/** What a field of the open credential shows. */
	async fieldShows(parameter) {
		return await this.shown(`parameter-input-${parameter}`).locator('input').first().inputValue();
	}

	async saveCredential() {
		await this.shown('credential-save-button').click();
	}

	/** Presses Connect. @returns the consent page that opens in a window of its own */
	async pressConnect() {
		const opened = this.page.waitForEvent('popup');
		await this.shown('quick-connect-button').click();
		const consent = await opened;
		await consent.setViewportSize({ width: 900, height: 680 });
		await consent.waitForLoadState();
		return consent;
	}
}
