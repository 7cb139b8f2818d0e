import type { Language } from '../../outbound/model/types';
import type { Result } from '../../outbound/connections/result';
import { FRAMES, WORDS } from './customerTexts';

/** What the operator adds to the page. */
export interface Company {
	readonly name: string;
	/** A checked web address, or nothing. */
	readonly address: string | undefined;
}

const MARKS: Readonly<Record<Result['kind'], readonly [mark: string, colour: string]>> = {
	connected: ['✓', '#1f7a5c'],
	declined: ['–', '#5c6b66'],
	failed: ['!', '#a4571b'],
	'not-valid': ['!', '#a4571b'],
};

const STYLE = `
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f6f5; color: #1d2b26; font: 18px/1.6 system-ui, sans-serif; }
main { box-sizing: border-box; width: min(30rem, 92vw); margin: 1rem 0; padding: 2.5rem; border-radius: 1rem; background: #fff; text-align: center; box-shadow: 0 4px 24px #1d2b2618; }
.mark { display: inline-grid; place-items: center; width: 4rem; height: 4rem; border-radius: 50%; color: #fff; font-size: 2rem; }
.company { margin: 0 0 1.5rem; font-weight: 600; overflow-wrap: anywhere; }
.bank { margin-top: 1rem; color: #4c5a55; overflow-wrap: anywhere; }
h1 { margin: 1rem 0 .5rem; font-size: 1.5rem; line-height: 1.3; }
p { margin: 0; }
a { display: inline-block; margin-top: 1.5rem; padding: .5rem 1.25rem; border: 2px solid #1f7a5c; border-radius: .5rem; color: #17604a; font-weight: 600; text-decoration: none; overflow-wrap: anywhere; }
a:hover, a:focus-visible { background: #1f7a5c; color: #fff; }`;

/** A whole page of our words and the operator's, without script or picture. */
export function pageFor(
	{ kind, bankName }: Result,
	language: Language,
	{ name, address }: Company,
): string {
	const { title, text } = WORDS[language][kind];
	const [mark, colour] = MARKS[kind];
	const { bank, back, backTo } = FRAMES[language];
	const label = name === '' ? back : backTo(name);
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${name === '' ? '' : `<p class="company">${escaped(name)}</p>\n`}<div class="mark" style="background: ${colour}" aria-hidden="true">${mark}</div>
<h1>${title}</h1>
<p>${text}</p>
${bankName === undefined || bankName === '' ? '' : `<p class="bank">${bank} ${escaped(bankName)}</p>\n`}${address === undefined ? '' : `<a href="${escaped(address)}">${escaped(label)}</a>\n`}</main>
</body>
</html>
`;
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
