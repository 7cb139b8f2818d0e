import {
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type INodeProperties,
} from 'n8n-workflow';

// n8n ignores what is stored for these where the credential type hides the field.
const PINNED = new Set(['grantType', 'authUrl', 'accessTokenUrl', 'authentication', 'usePkce']);

export type CredentialTypes = ReadonlyMap<string, ICredentialType>;

/** Every ancestor of a credential type, nearest first. */
export function parentTypes(types: CredentialTypes, name: string): string[] {
	const parents = types.get(name)?.extends ?? [];
	return parents.flatMap((parent) => [parent, ...parentTypes(types, parent)]);
}

/**
 * A type's own fields laid over those of its parents, with the token field n8n adds. Of two fields of one
 * name the last counts, unless the type has no parent: n8n merges where it inherits.
 */
export function credentialFields(types: CredentialTypes, name: string): INodeProperties[] {
	const type = types.get(name);
	if (type === undefined) throw new Error(`Unknown credential type ${name}`);
	if (type.extends === undefined) {
		return name === 'oAuth2Api' ? [...type.properties, TOKEN_FIELD] : [...type.properties];
	}
	const fields: INodeProperties[] = [];
	for (const parent of type.extends) {
		NodeHelpers.mergeNodeProperties(fields, credentialFields(types, parent));
	}
	NodeHelpers.mergeNodeProperties(fields, type.properties);
	return fields;
}

const TOKEN_FIELD: INodeProperties = {
	displayName: 'oauthTokenData',
	name: 'oauthTokenData',
	type: 'json',
	default: '{}',
};

/** Stored data as a node sees it before expressions: known, displayed fields, defaults filled in. */
export function withDefaults(
	fields: INodeProperties[],
	stored: ICredentialDataDecryptedObject,
): ICredentialDataDecryptedObject {
	const data = { ...stored };
	for (const field of fields) {
		if (field.type === 'hidden' && PINNED.has(field.name)) delete data[field.name];
	}
	const values = NodeHelpers.getNodeParameters(fields, toParameters(data), true, false, null, null);
	const result = { ...(values as ICredentialDataDecryptedObject) };
	if (fields.includes(TOKEN_FIELD)) result.oauthTokenData = stored.oauthTokenData ?? {};
	return result;
}

type Values = Parameters<typeof NodeHelpers.getNodeParameters>[1];

const toParameters = (data: ICredentialDataDecryptedObject) => data as unknown as Values;
