import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const nodes = path.resolve(__dirname, '../../../nodes');
const aliases = readdirSync(nodes)
	.filter((name) => name.startsWith('Flinks'))
	.map((name) => {
		const codex = JSON.parse(readFileSync(path.join(nodes, name, `${name}.node.json`), 'utf8')) as {
			alias: string[];
		};
		return { name, words: codex.alias.map((word) => word.toLowerCase()) };
	});

it.each([
	['transactions', ['FlinksAccountData', 'FlinksTransactionTrigger']],
	['statements', ['FlinksAccountData']],
	['PDF', ['FlinksAccountData']],
	['balance', ['FlinksAccountData', 'FlinksGetAccounts']],
	['IBAN', ['FlinksAccountData']],
	['redirect URI', ['FlinksDataRecipients']],
	['secret', ['FlinksDataRecipients']],
])('who searches for %s finds the nodes for it', (word, found) => {
	const names = aliases.filter(({ words }) => words.includes(word.toLowerCase()));
	expect(names.map(({ name }) => name)).toEqual(found);
});
