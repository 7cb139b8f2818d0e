import { generateKeyPairSync } from 'node:crypto';
import { md, pki } from 'node-forge';

/** A certificate to be reached by over TLS, and its key; PEM. */
export interface Identity {
	readonly key: string;
	readonly cert: string;
}

const DAY_MS = 86_400_000;
const FORM = {
	modulusLength: 2048,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
} as const;

interface Wish {
	readonly name: string;
	/** Signs it; itself where left out. */
	readonly issuer?: { readonly name: string; readonly key: string };
	readonly endsInDays?: number;
}

function certificate({ name, issuer, endsInDays = 2 }: Wish): Identity {
	const { publicKey, privateKey: key } = generateKeyPairSync('rsa', FORM);
	const made = pki.createCertificate();
	made.publicKey = pki.publicKeyFromPem(publicKey);
	made.serialNumber = '01';
	made.validity.notBefore = new Date(Date.now() - 30 * DAY_MS);
	made.validity.notAfter = new Date(Date.now() + endsInDays * DAY_MS);
	made.setSubject([{ name: 'commonName', value: name }]);
	made.setIssuer([{ name: 'commonName', value: issuer?.name ?? name }]);
	const isIssuer = { name: 'basicConstraints', cA: issuer === undefined };
	made.setExtensions([isIssuer, { name: 'subjectAltName', altNames: [{ type: 7, ip: name }] }]);
	made.sign(pki.privateKeyFromPem(issuer?.key ?? key), md.sha256.create());
	return { key, cert: pki.certificateToPem(made) };
}

export const selfSigned = (endsInDays?: number): Identity =>
	certificate({ name: '127.0.0.1', ...(endsInDays === undefined ? {} : { endsInDays }) });

/** Signed by an issuer that nobody knows; sent with that issuer's own certificate, or without. */
export function byUnknownIssuer(withIssuer: boolean): Identity {
	const issuer = certificate({ name: '127.0.0.2' });
	const own = certificate({ name: '127.0.0.1', issuer: { name: '127.0.0.2', key: issuer.key } });
	return { key: own.key, cert: withIssuer ? `${own.cert}${issuer.cert}` : own.cert };
}
