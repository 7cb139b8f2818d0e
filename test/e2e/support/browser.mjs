import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// The editor asks for fonts elsewhere; the tests need no network, nor wait for one.
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A browser as an operator has it on a laptop. @returns its page; `close()` ends it */
export async function openBrowser() {
	if (!existsSync(executablePath)) {
		throw new Error(
			`There is no Chromium at ${executablePath}. Install it (Debian: apt-get install -y --no-install-recommends ` +
				'chromium fonts-liberation fonts-noto-core) or set CHROMIUM_PATH.',
		);
	}
	const browser = await chromium.launch({ executablePath, args: FLAGS });
	const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
	const page = await context.newPage();
	page.setDefaultTimeout(45_000);
	const scriptErrors = [];
	page.on('pageerror', (error) => scriptErrors.push(error.message));
	return { page, scriptErrors, close: () => browser.close() };
}
