import { openBrowser } from './browser.mjs';
import { useDemo } from './demo.mjs';
import { Editor } from './editor.mjs';

/** The editor, open in a browser and logged in as its owner. */
export async function useEditor() {
	const demo = await useDemo();
	const { page, scriptErrors, close } = await openBrowser();
	const editor = new Editor(page, demo.n8n);
	try {
		await editor.signIn(demo.login);
	} catch (error) {
		await close();
		throw error;
	}
	return { ...demo, editor, scriptErrors, close };
}
