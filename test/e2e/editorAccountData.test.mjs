import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, test } from 'node:test';
import { useEditor } from './support/useEditor.mjs';

// New nodes with their defaults, never closed and opened again.
const { editor, filledIn, scriptErrors, close } = await useEditor();
after(close);
afterEach((context) => editor.keepFailure(context));

async function add(action, settings) {
	await editor.openNewWorkflow(action, settings);
	await editor.searchNodes('flinks');
	await editor.addFoundNode('Flinks Account Data', action);
	await editor.pickCredential(filledIn.recipient.name);
}

test('the account list of a new node fills with the chosen credential', async () => {
	await add('Get payment details');
	await editor.idListHas('accountId', /\*{4}\d{4}$/);
});

test('transactions of all accounts of the last days, without anything filled in', async () => {
	await add('Get many transactions');
	const { header, rows } = await editor.executeStep();
	for (const column of ['date', 'description', 'amount', 'currency', 'status']) {
		assert.ok(header.includes(column), header.join());
	}
	assert.ok(rows.length > 1);
	await editor.widenOutput();
	await editor.keepPicture('account-data-transactions');
});

// There n8n 2.41 has no preview for PDFs (its ViewableMimeTypes): it shows the file and hands it out.
test('a statement is downloaded, n8n shows the file, and it is a PDF', async () => {
	await add('Download statements');
	await editor.executeStep();
	const output = editor.shown('output-panel');
	await editor.shown('radio-button-binary', output).click();
	await output.getByText('application/pdf').first().waitFor();
	await editor.keepPicture('account-data-statement');
	const saved = editor.page.waitForEvent('download');
	await output.getByRole('button', { name: 'Download' }).first().click();
	const file = await saved;
	assert.match(file.suggestedFilename(), /^statement-.+\.pdf$/);
	assert.match(readFileSync(await file.path(), 'latin1'), /^%PDF-[^]+%%EOF\s*$/);
});

test('n8n shows the PDF in a workflow with the newer execution logic', async () => {
	await add('Download statements', { binaryMode: 'combined' });
	const { header } = await editor.executeStep();
	assert.ok(header.includes('_files'), header.join());
	// The name is there twice: in a column of its own, and on the file.
	const file = editor.shown('output-panel').locator('[class*=filename]').first();
	const name = (await file.innerText()).trim();
	assert.match(name, /^statement-.+\.pdf$/);
	await file.click();
	const preview = editor.page.locator(`iframe[title="${name}"]`);
	await preview.waitFor();
	const begin = await preview.evaluate(async ({ src }) =>
		(await (await fetch(src)).text()).slice(0, 5),
	);
	assert.equal(begin, '%PDF-');
	await editor.keepPicture('account-data-pdf');
});

test('no script of the editor failed meanwhile', () => {
	assert.deepEqual(scriptErrors, []);
});
