// Prints {table: rows as text} of an SQLite database. Run by the Node that n8n runs on.
const path = require('node:path');

const sqlite3 = require(path.resolve(__dirname, '../../../host/n8n/node_modules/sqlite3'));
const database = new sqlite3.Database(process.argv[2], sqlite3.OPEN_READONLY);

const all = (query) =>
	new Promise((resolve, reject) => {
		database.all(query, (error, rows) => (error ? reject(error) : resolve(rows)));
	});

async function main() {
	const tables = {};
	for (const { name } of await all("select name from sqlite_master where type = 'table'")) {
		tables[name] = JSON.stringify(await all(`select * from "${name.replaceAll('"', '""')}"`));
	}
	process.stdout.write(JSON.stringify(tables));
}

main().catch((error) => {
	process.stderr.write(String(error));
	process.exitCode = 1;
});
