import {
	ICredentialsHelper,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { applyGenericAuth } from './genericAuth';
import {
	credentialFields,
	parentTypes,
	withDefaults,
	type CredentialTypes,
} from './credentialFields';
import type { CredentialStore } from './credentialStore';
import { nodeTypes } from './nodeTypes';
import { OAuth2Parent } from './oAuth2Parent';

const PARENT = new OAuth2Parent();

const EMPTY_NODE: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'harness.source',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const emptyWorkflow = () =>
	new Workflow({ nodes: [EMPTY_NODE], connections: {}, active: false, nodeTypes: nodeTypes([]) });

/** Does for the engine what n8n's own helper does, with a `CredentialStore` as the database. */
export class HarnessCredentialsHelper extends ICredentialsHelper {
	private readonly types: CredentialTypes;

	constructor(private readonly store: CredentialStore) {
		super();
		this.types = new Map([[PARENT.name, PARENT], ...store.types]);
	}

	getParentTypes(name: string): string[] {
		return parentTypes(this.types, name);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return credentialFields(this.types, type);
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		_executeData?: IExecuteData,
		raw?: boolean,
		values?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = this.store.read(idOf(nodeCredentials));
		if (raw === true) return stored;
		return this.resolve(withDefaults(this.getCredentialsProperties(type), stored), mode, values);
	}

	/** Runs the expressions in field defaults; `$self` is the credential's own data. */
	private resolve(
		data: ICredentialDataDecryptedObject,
		mode: WorkflowExecuteMode,
		values?: ICredentialsExpressionResolveValues,
	): ICredentialDataDecryptedObject {
		const workflow = values?.workflow ?? emptyWorkflow();
		const resolved = workflow.expression.getParameterValue(
			data as never,
			values?.runExecutionData ?? null,
			values?.runIndex ?? 0,
			values?.itemIndex ?? 0,
			values?.node.name ?? EMPTY_NODE.name,
			values?.connectionInputData ?? [],
			mode,
			{},
			undefined,
			false,
			data,
		);
		return resolved as unknown as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const { authenticate } = this.type(typeName);
		if (authenticate === undefined) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const where = workflow ?? emptyWorkflow();
		return applyGenericAuth(authenticate, credentials, options, where, node ?? EMPTY_NODE);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { preAuthentication, properties } = this.type(typeName);
		const expirable = properties.find((field) => field.typeOptions?.expirable === true);
		if (preAuthentication === undefined || expirable === undefined) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const output = await preAuthentication.call(helpers, credentials);
		if (output[expirable.name] === undefined) return undefined;
		const details = node.credentials?.[typeName];
		if (details !== undefined) {
			const id = idOf(details);
			this.store.write(id, { ...this.store.peek(id), ...output } as typeof credentials);
		}
		return { ...credentials, ...output } as typeof credentials;
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { preAuthentication } = this.type(typeName);
		if (preAuthentication === undefined) return undefined;
		return (await preAuthentication.call(helpers, credentials)) as typeof credentials;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('The engine does not ask for undecrypted credentials');
	}

	async updateCredentials(
		nodeCredentials: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store.write(idOf(nodeCredentials), data);
	}

	async updateCredentialsOauthTokenData(
		nodeCredentials: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		const id = idOf(nodeCredentials);
		const { oauthTokenData } = data;
		this.store.write(id, { ...this.store.peek(id), ...(oauthTokenData && { oauthTokenData }) });
	}

	private type(name: string) {
		const type = this.types.get(name);
		if (type === undefined) throw new Error(`Unknown credential type ${name}`);
		return type;
	}
}

function idOf({ id, name }: INodeCredentialsDetails): string {
	if (typeof id !== 'string') throw new Error(`Credential ${name} has no id`);
	return id;
}
