// n8n's community package scanner on a local folder; prints its verdict as JSON.
// usage: node scan.mjs <folder> [file patterns]
import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, ...patterns] = process.argv.slice(2);
const verdict = await analyzePackage(folder, ...(patterns.length > 0 ? [patterns] : []));
process.stdout.write(JSON.stringify(verdict));
