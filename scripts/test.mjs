// `npm test`: installs what is missing, then runs every check of this project; all steps run even
// when one fails. `npm test -- unit lint` runs only the steps named.
import { install } from './lib/install.mjs';

if (!(await install('.'))) process.exit(1);
// Only now are the libraries there that the rest needs.
const { runChosen } = await import('./lib/runChosen.mjs');
process.exitCode = await runChosen(process.argv.slice(2));
