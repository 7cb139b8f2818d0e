const { dest, parallel, src } = require('gulp');

/** n8n loads icons, codex files and schemas from beside the compiled code, and tsc copies none of them. */
const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

/** What n8n shows of an output before the first run. */
const schemas = () => src('nodes/**/__schema__/**/*.json').pipe(dest('dist/nodes'));

exports.default = parallel(icons, codex, schemas);
