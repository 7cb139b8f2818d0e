/** The outside of a sealed connection. Anyone may read it; it is believed only once the inside opened. */
export interface Envelope {
	readonly keyId: string;
	readonly recipientId: string;
	readonly requestedProviderId: string;
	/** The address whose tokens are inside; nobody else is to see them. */
	readonly authorization: string;
	/** The whole text before the sealed part: what the seal vouches for. */
	readonly label: string;
	/** Initialisation vector, ciphertext and tag. */
	readonly sealed: Buffer;
}

const SHAPE = /^(flinks-connection\.v1\.([\w-]{8})\.([^.\s]*)\.([^.\s]*)\.([^.\s]*))\.([\w-]+)$/;
const MAX_LENGTH = 100_000;

/** `flinks-connection.v1.<key id>.<recipient id>.<provider id>.<address>`, the last three percent-encoded. */
export function labelOf({
	keyId,
	recipientId,
	requestedProviderId,
	authorization,
}: Omit<Envelope, 'label' | 'sealed'>): string {
	const encoded = [recipientId, requestedProviderId, authorization].map(encode);
	return ['flinks-connection', 'v1', keyId, ...encoded].join('.');
}

/** Reads the outside without any key, for choosing a credential or grouping by provider. */
export function readEnvelope(text: unknown): Envelope | undefined {
	if (typeof text !== 'string' || text.length > MAX_LENGTH) return undefined;
	const found = SHAPE.exec(text);
	if (!found) return undefined;
	const [, label = '', keyId = '', recipient = '', provider = '', address = '', body = ''] = found;
	const recipientId = decode(recipient);
	const requestedProviderId = decode(provider);
	const authorization = decode(address);
	const sealed = Buffer.from(body, 'base64url');
	if (recipientId === undefined || requestedProviderId === undefined) return undefined;
	const onlySpelling = sealed.toString('base64url') === body;
	if (authorization === undefined || !onlySpelling) return undefined;
	return { keyId, recipientId, requestedProviderId, authorization, label, sealed };
}

/** The full stop parts the fields, so it is encoded too. */
function encode(text: string): string {
	return encodeURIComponent(text).replaceAll('.', '%2E');
}

function decode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
