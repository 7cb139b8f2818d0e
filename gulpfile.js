const { dest, parallel, src } = require('gulp');

/** n8n loads icons and codex files from beside the compiled code, and tsc copies neither. */
const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

exports.default = parallel(icons, codex);
