import type { INodeTypeDescription } from 'n8n-workflow';

const PUBLISHED =
	'Customers who come back start this workflow. To see it work, open a link of <b>Flinks Connect Customer</b> yourself and give consent at a test bank. The run then shows under <b>Executions</b>, if the workflow saves its executions.';

/** n8n's own words are about pulling in events; here a customer's browser comes by. */
export const triggerPanel: NonNullable<INodeTypeDescription['triggerPanel']> = {
	header: 'Start when a customer comes back from their bank',
	executionsHelp: {
		inactive:
			'<b>First time:</b> open <b>Webhook URLs</b> on the right, choose <b>Production URL</b>, and click it to copy it. Enter it as <b>Redirect URI</b> in the Flinks credential, have it registered at Flinks, and publish this workflow.<br /><br /><b>To test:</b> open a link of <b>Flinks Connect Customer</b> yourself and give consent at a test bank. Customers come back to the Production URL, so a test event that is listened for here arrives only where the Test URL is the Redirect URI.',
		active: PUBLISHED,
	},
	activationHint:
		'Publish the workflow: only then does the Production URL answer, where customers come back to.',
};
