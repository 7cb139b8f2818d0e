import type { Language } from '../../outbound/model/types';
import type { CustomerEnd } from './words';
import { WORDS } from './words';

const MARKS: Readonly<Record<CustomerEnd['kind'], readonly [mark: string, colour: string]>> = {
	connected: ['✓', '#1f7a5c'],
	declined: ['–', '#5c6b66'],
	failed: ['!', '#a4571b'],
	'not-valid': ['!', '#a4571b'],
};

const STYLE = `
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f6f5; color: #1d2b26; font: 18px/1.6 system-ui, sans-serif; }
main { box-sizing: border-box; width: min(30rem, 92vw); padding: 2.5rem; border-radius: 1rem; background: #fff; text-align: center; box-shadow: 0 4px 24px #1d2b2618; }
div { display: inline-grid; place-items: center; width: 4rem; height: 4rem; border-radius: 50%; color: #fff; font-size: 2rem; }
h1 { margin: 1rem 0 .5rem; font-size: 1.5rem; line-height: 1.3; }
p { margin: 0; }`;

/** A whole page of fixed text, without script, picture or link. */
export function pageFor(kind: CustomerEnd['kind'], language: Language): string {
	const { title, text } = WORDS[language][kind];
	const [mark, colour] = MARKS[kind];
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
<div style="background: ${colour}" aria-hidden="true">${mark}</div>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}
