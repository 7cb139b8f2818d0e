import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

/**
 * What a request needs of n8n. A node's context is one; the test of a credential, to which n8n
 * gives another helper, brings its own.
 */
export interface RequestSender {
	readonly helpers: {
		httpRequest(options: IHttpRequestOptions): Promise<unknown>;
		/** Only where a node can hand on files. */
		readonly prepareBinaryData?: IExecuteFunctions['helpers']['prepareBinaryData'];
	};
}
