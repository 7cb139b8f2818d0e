/**
 * A body as a value: bytes as text, and a text as what it is in JSON. Done once, where an answer comes
 * in; a text that is no JSON stays as it is.
 */
export function parseBody(body: unknown): unknown {
	const isBytes = body instanceof Uint8Array || body instanceof ArrayBuffer;
	const text = isBytes ? Buffer.from(new Uint8Array(body)).toString('utf8') : body;
	if (typeof text !== 'string') return text;
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return text;
	}
}
