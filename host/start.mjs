// Plain old syntax only: this must be readable by any Node, so that it can say which one is needed.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`This needs Node 20.19 or newer; this is Node ${process.versions.node}.\n` +
			'Install a newer one from https://nodejs.org (or: nvm install 24), then run npm start again.',
	);
	process.exitCode = 1;
} else {
	const { begin } = await import('./lib/begin.mjs');
	await begin(process.argv.slice(2));
}
