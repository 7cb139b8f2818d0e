import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
	INode,
	Workflow,
} from 'n8n-workflow';

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null;

/** Adds a generic `authenticate` (headers, qs, body, auth) to a request, expressions resolved. */
export function applyGenericAuth(
	{ properties }: IAuthenticateGeneric,
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): IHttpRequestOptions {
	const resolved = workflow.expression.getComplexParameterValue(
		node,
		properties as never,
		'internal',
		{ $credentials: credentials },
	);
	if (!isObject(resolved)) return request;
	const result: Record<string, unknown> = { ...request };
	for (const [part, values] of Object.entries(resolved)) {
		if (!isObject(values)) continue;
		const current = result[part];
		result[part] = { ...(isObject(current) ? current : {}), ...values };
	}
	return result as unknown as IHttpRequestOptions;
}
