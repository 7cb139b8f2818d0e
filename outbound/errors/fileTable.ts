import type { Entry } from './entry';

const NOT_SAFE: Entry = {
	kind: 'unexpected-answer',
	reason: 'the file is kept at an address that is not safe',
	remedy: 'Nothing was fetched from there. Tell Flinks support: a file must be kept under https.',
};
const NOT_STORED: Entry = {
	kind: 'unexpected-answer',
	reason: 'the file arrived but could not be stored',
	remedy: 'Check the binary data storage of n8n: its space, and its limit on the size of a file.',
};
const EMPTY: Entry = {
	kind: 'unexpected-answer',
	reason: 'the file that arrived is empty',
	remedy: 'Try again in a few minutes. If it keeps happening, ask Flinks support.',
};
const NOT_PDF: Entry = {
	kind: 'unexpected-answer',
	reason: 'what arrived as a PDF file is none',
	remedy:
		'A web page of the bank, or of a proxy on the way, may have come in its place. Try again in a few minutes. If it keeps happening, ask Flinks support.',
};
const PAGE: Entry = {
	kind: 'unexpected-answer',
	reason: 'the host that keeps the file sent a page instead of it',
	remedy: 'Try again in a few minutes. If it keeps happening, ask Flinks support.',
};

/** What became of a file that Flinks answered with, or redirected to; undefined for other codes. */
export function fileEntry(code: string): Entry | undefined {
	if (code === 'FILE_ADDRESS_NOT_SAFE') return NOT_SAFE;
	if (code === 'FILE_NOT_STORED') return NOT_STORED;
	if (code === 'FILE_EMPTY') return EMPTY;
	if (code === 'FILE_NOT_PDF') return NOT_PDF;
	if (code === 'FILE_HOST_PAGE') return PAGE;
	const status = /^FILE_HOST_(\d{3})$/.exec(code)?.[1];
	if (status === undefined) return undefined;
	return {
		kind: Number(status) >= 500 ? 'temporarily-unavailable' : 'unexpected-answer',
		reason: `the host that keeps the file answered with HTTP ${status}`,
		remedy:
			'Run it again: Flinks then gives a new address. If it keeps happening, ask Flinks support.',
	};
}
