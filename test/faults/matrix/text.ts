/** What an operator should never be shown. */
const UNREADABLE =
	/undefined|\[object|\bNaN\b|<\/?[a-z]|^\s*[{[]|\bat .*\.(?:js|ts):|AxiosError|TypeError|SyntaxError|was not prepared for/i;

const GARBLED = /[^\P{Cc}\n]|\ufffd/u;

const isUnreadable = (text: string): boolean => UNREADABLE.test(text) || GARBLED.test(text);

/** What is wrong with the words of a failure; empty where an operator can work with them. */
export function wordProblems(title: unknown, remedy: unknown): string[] {
	if (typeof title !== 'string' || typeof remedy !== 'string') return ['no text'];
	const [advice = ''] = remedy.split('\n');
	return [
		...(title.length < 15 || title.length > 250 ? [`a title of ${title.length} characters`] : []),
		...(isUnreadable(title) ? [`unreadable title: ${title}`] : []),
		...(isUnreadable(remedy) ? [`unreadable text: ${remedy}`] : []),
		...(/^(?:n8n |[A-Z']).{10,}[.)]$/.test(advice)
			? []
			: [`no sentence that says what to do: ${advice}`]),
		...(remedy.length > 2_500 ? [`a text of ${remedy.length} characters`] : []),
	];
}
