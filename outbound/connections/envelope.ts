/** The outside of a sealed connection. Anyone may read it; it is believed only once the inside opened. */
export interface Envelope {
	readonly keyId: string;
	readonly recipientId: string;
	readonly providerId: string;
	/** The whole text before the sealed part: what the seal vouches for. */
	readonly label: string;
	/** Initialisation vector, ciphertext and tag. */
	readonly sealed: Buffer;
}

const SHAPE = /^(flinks-connection\.v1\.([\w-]{8})\.([^.\s]*)\.([^.\s]*))\.([\w-]+)$/;
const MAX_LENGTH = 100_000;

/** `flinks-connection.v1.<key id>.<recipient id>.<provider id>`, the ids percent-encoded. */
export function labelOf(keyId: string, recipientId: string, providerId: string): string {
	return ['flinks-connection', 'v1', keyId, encode(recipientId), encode(providerId)].join('.');
}

/** Reads the outside without any key, for choosing a credential or grouping by provider. */
export function readEnvelope(text: unknown): Envelope | undefined {
	if (typeof text !== 'string' || text.length > MAX_LENGTH) return undefined;
	const found = SHAPE.exec(text);
	if (!found) return undefined;
	const [, label = '', keyId = '', recipient = '', provider = '', body = ''] = found;
	const recipientId = decode(recipient);
	const providerId = decode(provider);
	const sealed = Buffer.from(body, 'base64url');
	const onlySpelling = sealed.toString('base64url') === body;
	if (recipientId === undefined || providerId === undefined || !onlySpelling) return undefined;
	return { keyId, recipientId, providerId, label, sealed };
}

/** The full stop parts the fields, so it is encoded too. */
function encode(id: string): string {
	return encodeURIComponent(id).replaceAll('.', '%2E');
}

function decode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
