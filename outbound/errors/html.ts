import { fold } from './clean';

const START =
	/^\s*(?:<\?xml[^>]{0,200}>)?\s*(?:<!--[\s\S]{0,1000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
const MAX_SCANNED = 50_000;

/** True for a web page: what a proxy, a firewall or a wrong base URL answers. */
export function isHtml(body: unknown): body is string {
	return typeof body === 'string' && START.test(body.slice(0, 2_000));
}

const insideOf = (tag: string, page: string) =>
	new RegExp(`<${tag}\\b[^>]{0,200}>([\\s\\S]{0,2000}?)</${tag}>`, 'i').exec(page)?.[1];

/** The words of a page without its tags. */
export function withoutTags(page: string): string {
	return fold(page.slice(0, MAX_SCANNED).replace(/<[^<>]{0,2000}>/g, ' '));
}

/** One line that stands for a whole page: its title or heading. */
export function summarizeHtml(page: string): string {
	const start = page.slice(0, MAX_SCANNED);
	const heading = withoutTags(insideOf('title', start) ?? insideOf('h1', start) ?? '');
	return heading === '' ? 'a web page without a title' : `a web page titled "${heading}"`;
}
