/**
 * Who may know whom. Each floor of outbound/ knows the floors under it and no other; see
 * docs/architecture.md.
 */
const GROUND = ['model', 'errors'];
const GROUND_FILES = ['wire', 'failure', 'outcome'];
const FLOORS = ['http', 'auth', 'endpoints'];
const ROOMS = [
	'connections',
	'registrations',
	'fdx',
	'payments',
	'providers',
	'recipients',
	'transactions',
];

const below = (floor) => {
	const folders = [...GROUND, ...FLOORS.slice(0, FLOORS.indexOf(floor) + 1)].join('|');
	return `^outbound/((${folders})/|(${GROUND_FILES.join('|')})[.]ts$)`;
};

const floors = FLOORS.map((floor) => ({
	name: `floor-${floor}`,
	comment: `outbound/${floor} knows the floors under it only.`,
	severity: 'error',
	from: { path: `^outbound/${floor}/` },
	to: { path: '^outbound/', pathNot: below(floor) },
}));

const DATA = ['[.]json$'];
const SHIPPED = '^(nodes|credentials|outbound)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'no-circles',
			comment: 'Two files that need each other are one idea in two files, or lack a third.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'no-folder-circles',
			comment: 'Two folders that import each other have no floors.',
			severity: 'error',
			scope: 'folder',
			from: { path: '^(outbound|nodes|credentials|sandbox)/' },
			to: { circular: true },
		},
		{
			name: 'no-orphans',
			comment: 'A file that nobody imports and that imports nothing is left over.',
			severity: 'error',
			from: { orphan: true, path: `${SHIPPED}|^(sandbox|contract)/` },
			to: {},
		},
		{
			name: 'ground',
			comment: 'The ground of outbound knows nothing above it.',
			severity: 'error',
			from: { path: `^outbound/((${GROUND.join('|')})/|[^/]+[.]ts$)` },
			to: {
				path: '^outbound/',
				pathNot: `^outbound/((${GROUND.join('|')})/|(${GROUND_FILES.join('|')})[.]ts$)`,
			},
		},
		...floors,
		{
			name: 'known-floors',
			comment: 'Each folder of outbound stands on a floor that this file knows.',
			severity: 'error',
			from: {},
			to: {
				path: '^outbound/[^/]+/',
				pathNot: `^outbound/(${[...GROUND, ...FLOORS, ...ROOMS].join('|')})/`,
			},
		},
		{
			name: 'client-knows-no-node',
			comment: 'outbound knows n8n-workflow and node:crypto, and nothing else outside itself.',
			severity: 'error',
			from: { path: '^outbound/' },
			to: { pathNot: ['^outbound/', '(^|/)n8n-workflow(/|$)', '^(node:)?crypto$'] },
		},
		{
			name: 'nodes-know-the-client',
			comment: 'nodes know outbound and n8n-workflow.',
			severity: 'error',
			from: { path: '^nodes/' },
			to: { pathNot: ['^(nodes|outbound)/', '(^|/)n8n-workflow(/|$)'] },
		},
		{
			name: 'credentials-know-the-client',
			comment: 'Credentials know outbound and n8n-workflow.',
			severity: 'error',
			from: { path: '^credentials/' },
			to: { pathNot: ['^(credentials|outbound)/', '(^|/)n8n-workflow(/|$)'] },
		},
		{
			name: 'one-node-knows-no-other',
			comment: 'What two nodes need is in nodes/shared.',
			severity: 'error',
			from: { path: '^nodes/(Flinks[^/]+)/' },
			to: { path: '^nodes/Flinks', pathNot: '^nodes/$1/' },
		},
		{
			name: 'shared-knows-no-node',
			comment: 'What nodes share knows none of them.',
			severity: 'error',
			from: { path: '^nodes/(?!Flinks)' },
			to: { path: '^nodes/Flinks' },
		},
		{
			name: 'sandbox-apart',
			comment: 'The sandbox would prove nothing if it shared code with what it tests.',
			severity: 'error',
			from: { path: '^(sandbox|contract)/' },
			to: { path: SHIPPED },
		},
		{
			name: 'shipped-apart',
			comment: 'What is shipped knows no test, no tool and no sandbox.',
			severity: 'error',
			from: { path: SHIPPED },
			to: { path: '^(sandbox|contract|test|bench|host|scripts)/' },
		},
		{
			name: 'host-apart',
			comment: 'The demo and the benchmark use the packed nodes.',
			severity: 'error',
			from: { path: '^host/' },
			to: { path: SHIPPED },
		},
		{
			name: 'resolvable',
			comment: 'An import that leads nowhere.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: [...DATA, '^node_modules/', '^host/[.]state/'] },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.all.json' },
		combinedDependencies: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
		},
	},
};
