// What `npm run lint` runs: the rules n8n's own tool (eslint.config.mjs) and its package scanner
// apply, put together by hand because installing @n8n/node-cli brings hundreds of packages along,
// and stricter TypeScript rules on top.
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts', 'outbound/**/*.ts'];

// n8n's tool switches these five off: wrong for community nodes, or replaced by better rules.
const offInN8n = {
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};

// n8n's scanner refuses them, and a node that waits or looks around by itself cannot be cancelled.
const NOT_IN_SHIPPED_CODE = [
	'console',
	'fetch',
	'globalThis',
	'process',
	'setImmediate',
	'setInterval',
	'setTimeout',
];

const THROWN_AS_IT_CAME = {
	selector: 'CatchClause ThrowStatement > Identifier',
	message:
		'What n8n throws carries the bearer: make a failure of it (exchangeOfThrown), throw that.',
};

const STATUS = '/^[1-5][0-9][0-9]$/';
const CLIENTS_BUSINESS = [
	{
		selector:
			':matches(Literal[value=/\\u002Fapi\\u002F/], TemplateElement[value.raw=/\\u002Fapi\\u002F/])',
		message: 'Paths of the API belong to outbound/endpoints.',
	},
	{
		selector:
			'Literal[value=/(?<!e\\.g\\. )https?:(?!\\u002F\\u002F(docs.n8n.io|github.com))/], TemplateElement[value.raw=/https?:/]',
		message: 'Addresses belong to outbound.',
	},
	{ selector: "Identifier[name='statusCode']", message: 'Status codes belong to outbound.' },
	{
		selector: `BinaryExpression > Literal[raw=${STATUS}], SwitchCase > Literal[raw=${STATUS}]`,
		message: 'Status codes belong to outbound.',
	},
];

export default defineConfig(
	globalIgnores([
		'dist/',
		'.stryker-tmp/',
		'**/node_modules/',
		'**/output/',
		'coverage/',
		'reports/',
		'host/.state/',
	]),
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.{js,mjs,ts}'],
		extends: [js.configs.recommended],
		rules: { eqeqeq: 'error', 'no-undef': 'off', 'prefer-const': 'error' },
	},
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		languageOptions: {
			parserOptions: { project: './tsconfig.all.json', tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
			],
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
		},
	},
	{
		// jest modules and n8n-core's untyped corners are required, not imported.
		files: ['test/**/*.ts', '**/*.js'],
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	{
		files: shipped,
		extends: [tseslint.configs.strictTypeChecked, n8nCommunityNodesPlugin.configs.recommended],
		rules: {
			'max-lines': ['error', { max: 150 }],
			'no-console': 'error',
			'no-restricted-globals': ['error', ...NOT_IN_SHIPPED_CODE],
			'no-restricted-syntax': ['error', THROWN_AS_IT_CAME],
			// n8n's own types describe less than what arrives; `unknown` values are checked by hand.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-unnecessary-condition': 'off',
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/no-misused-spread': 'off',
			// n8n calls node methods with a `this` of its own.
			'@typescript-eslint/unbound-method': 'off',
		},
	},
	{
		files: ['outbound/model/{contract,endpoints,rows}.ts'],
		// Generated from the contract.
		rules: { 'max-lines': 'off' },
	},
	{
		files: ['nodes/**/*.ts'],
		rules: { 'no-restricted-syntax': ['error', THROWN_AS_IT_CAME, ...CLIENTS_BUSINESS] },
	},
	{
		files: ['package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { ...n8nNodesBase.configs.credentials.rules, ...offInN8n },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { ...n8nNodesBase.configs.nodes.rules, ...offInN8n },
	},
);
