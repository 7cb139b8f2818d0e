type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Maps (or lists) whose every member is a part that needs evidence. */
const PARTS = new Set(['properties', 'parameters', 'responses', 'headers', 'schemas']);
const SINGLE_PARTS = new Set(['get', 'post', 'put', 'delete', 'requestBody']);

const marked = (node: Node): boolean =>
	node['x-evidence'] === 'documented' || node['x-evidence'] === 'assumed';

/** A property keeps its own evidence beside a reference; other references point to a marked part. */
const needsMark = (kind: string, node: Node): boolean => kind === 'properties' || !('$ref' in node);

/** Where in the contract a part says neither documented nor assumed. */
export function unmarked(root: unknown): string[] {
	const missing: string[] = [];
	const visit = (node: unknown, at: string, kind: string): void => {
		if (!isNode(node)) return;
		for (const [key, value] of Object.entries(node)) {
			const here = `${at}/${key}`;
			const isPart = kind === '' ? SINGLE_PARTS.has(key) : needsMark(kind, value as Node);
			if (isPart && isNode(value) && !marked(value)) missing.push(here);
			visit(value, here, kind === '' && PARTS.has(key) ? key : '');
		}
	};
	visit(root, '', '');
	return missing;
}
