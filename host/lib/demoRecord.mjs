import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const EMAIL = 'operator@flinks-outbound.example';

const fileIn = (stateDir) => path.join(stateDir, 'demo.json');

/** n8n wants a capital and a digit; the rest is chance, because n8n can run any program. */
const newPassword = () => `Demo-${randomBytes(6).toString('hex')}-1`;

/**
 * What the demo must remember between starts.
 * @returns {{login: {email: string, password: string}, connectionKey: string, credentials: object, workflows: object}}
 */
export function readRecord(stateDir) {
	const file = fileIn(stateDir);
	const stored = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
	const record = {
		login: { email: EMAIL, password: newPassword() },
		connectionKey: randomBytes(48).toString('base64'),
		credentials: {},
		workflows: {},
		...stored,
	};
	writeRecord(stateDir, record);
	return record;
}

export function writeRecord(stateDir, record) {
	mkdirSync(stateDir, { recursive: true });
	writeFileSync(fileIn(stateDir), JSON.stringify(record, null, '\t'), { mode: 0o600 });
}
