import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Eta } from 'eta';

const eta = new Eta({ views: __dirname, cache: true, autoEscape: true });
const style = readFileSync(path.join(__dirname, 'style.css'), 'utf8');

/** A whole HTML page; every value in it is escaped by the templates. */
export function render(view: string, data: object): string {
	return eta.render(view, { ...data, style });
}
