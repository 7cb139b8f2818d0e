// Loads an installed package the way n8n does and prints what came of it as JSON.
// usage: node load.mjs <folder of the installed package>
import 'reflect-metadata';
import core from 'n8n-core';

const loader = new core.PackageDirectoryLoader(process.argv[2]);
await loader.loadAll();

const nodes = Object.values(loader.nodeTypes).map(({ type: { description } }) => ({
	name: description.name,
	displayName: description.displayName,
	iconUrl: description.iconUrl,
	codex: description.codex,
	credentials: (description.credentials ?? []).map(({ name }) => name),
	usableAsTool: description.usableAsTool,
	group: description.group,
}));
const credentials = Object.values(loader.credentialTypes).map(({ type }) => ({
	name: type.name,
	displayName: type.displayName,
	iconUrl: type.iconUrl,
	supportedNodes: type.supportedNodes,
}));
process.stdout.write(JSON.stringify({ nodes, credentials }));
