import path from 'node:path';

/** The folder of an n8n for files that workflows write. */
export const filesIn = (userFolder) => path.join(userFolder, 'files');

/**
 * What every n8n process of a demo is told. Everything that would call out to n8n.io is off: the demo and
 * the tests work without a network.
 * @param {object} where
 * @param {string} where.url the address that people and customers use, without a slash at its end
 * @param {Record<string, string>} [where.more] what this process is told besides
 */
export function n8nEnvironment({ node, userFolder, url, port, brokerPort, temp, more = {} }) {
	const inherited = Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) => !/^(N8N_|DB_|QUEUE_|EXECUTIONS_|OFFLOAD_|npm_|NODE_OPTIONS)/.test(name),
		),
	);
	return {
		...inherited,
		PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
		...temp,
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PROTOCOL: 'http',
		N8N_EDITOR_BASE_URL: `${url}/`,
		N8N_WEBHOOK_URL: `${url}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		DB_TYPE: 'sqlite',
		// Where the nodes for files may read and write; n8n's own default is in the home of the person.
		N8N_RESTRICT_FILE_ACCESS_TO: filesIn(userFolder),
		GENERIC_TIMEZONE: 'UTC',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DISABLED_MODULES: 'mcp-registry',
		...more,
	};
}
