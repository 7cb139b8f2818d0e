// Loads TypeScript as CommonJS, each module anew for each mutant: what a module keeps is part of what is tested.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const require = createRequire(import.meta.url);
const compilerOptions = {
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.CommonJS,
	esModuleInterop: true,
};

/** @param cache a folder for what was translated already */
export function createLoader(cache) {
	mkdirSync(cache, { recursive: true });
	const translated = new Map();
	const translate = (file) => {
		const source = readFileSync(file, 'utf8');
		const kept = path.join(cache, createHash('sha256').update(source).digest('hex'));
		if (existsSync(kept)) return readFileSync(kept, 'utf8');
		const { outputText } = ts.transpileModule(source, { fileName: file, compilerOptions });
		writeFileSync(`${kept}.${process.pid}`, outputText);
		renameSync(`${kept}.${process.pid}`, kept);
		return outputText;
	};
	Module._extensions['.ts'] = (module, file) => {
		if (!translated.has(file)) translated.set(file, translate(file));
		module._compile(translated.get(file), file);
	};
	const tested = ['outbound', 'test'].map((name) => path.join(process.cwd(), name, path.sep));
	const isOurs = (file) => tested.some((folder) => file.startsWith(folder));
	const forget = () => {
		const own = Object.keys(require.cache).filter(isOurs);
		const held = own.map((file) => [file, require.cache[file]]);
		for (const file of own) delete require.cache[file];
		return () => {
			forget();
			for (const [file, module] of held) require.cache[file] = module;
		};
	};
	return {
		/** Loads a file and everything of ours that it needs anew. */
		load(file) {
			forget();
			require(file);
		},
		/** As Jest's function of this name. */
		isolated(work) {
			const giveBack = forget();
			try {
				work();
			} finally {
				giveBack();
			}
		},
	};
}
