import validateLinks from 'remark-validate-links';

/** Every link to a file or heading of this repository leads somewhere. */
export default {
	plugins: [
		[
			validateLinks,
			{ repository: 'https://github.com/n8n-nodes-flinks-outbound/n8n-nodes-flinks-outbound' },
		],
	],
};
