'use strict';

/** n8n's generic credential by another name, which the bare loop may use: no field is an expression. */
exports.BenchPlainOAuth2Api = class BenchPlainOAuth2Api {
	name = 'benchPlainOAuth2Api';

	displayName = 'Bench Plain OAuth2 API';

	extends = ['oAuth2Api'];

	properties = [];
};
