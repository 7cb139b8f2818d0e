/** Characters that no way of writing text ever changes. */
const PLAIN = /[A-Za-z0-9]/;

const ENTITIES: Readonly<Record<string, string>> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": 'apos',
};

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Every way in which one character may be written: as it is, in a URL, a form, JSON, or HTML. */
function waysToWrite(character: string): string {
	const literal = escaped(character);
	if (PLAIN.test(character)) return literal;
	const hex = [...Buffer.from(character)].map((byte) => byte.toString(16).padStart(2, '0'));
	const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
	const point = character.codePointAt(0) ?? 0;
	const entity = ENTITIES[character];
	const ways = [
		literal,
		`\\\\{1,4}${literal}`,
		hex.map((byte) => `%(?:25)?${byte}`).join(''),
		units.map((unit) => `\\\\{1,4}u${unit.toString(16).padStart(4, '0')}`).join(''),
		`&(?:amp;)?#(?:0*${point}|x0*${point.toString(16)});`,
		...(entity === undefined ? [] : [`&(?:amp;)?${entity};`]),
		...(character === ' ' ? ['\\+'] : []),
	];
	return `(?:${ways.join('|')})`;
}

/** Finds the secret however its characters are written, in capitals or not. */
export function writtenForms(secret: string): RegExp {
	return new RegExp([...secret].map(waysToWrite).join(''), 'giu');
}

/**
 * What every base64 text that holds the secret also holds: the secret's own characters, at each of the
 * three places where it may begin in a group, in the alphabet of base64 and of base64url.
 */
export function base64Forms(secret: string): string[] {
	const bytes = Buffer.from(secret);
	const forms = [0, 1, 2].flatMap((offset) => {
		const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
		const first = Math.ceil((offset * 8) / 6);
		const form = whole.slice(first, Math.floor(((offset + bytes.length) * 8) / 6));
		return form.length < 4 ? [] : [form, form.replace(/\+/g, '-').replace(/\//g, '_')];
	});
	return [...new Set(forms)];
}
