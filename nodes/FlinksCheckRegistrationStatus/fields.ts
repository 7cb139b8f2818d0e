import { recipientList } from '../shared/editor/lists';
import { options } from '../shared/fields/collection';
import { requestsAtOnce } from '../shared/fields/common';
import { idSetOrAll } from '../shared/pickers/idSet';
import { registrationFilters } from './filters';

/** What Audit, Get Many and Summarize ask alike. */
export const listing = {
	recipients: idSetOrAll({ of: 'recipient', list: recipientList }),
	filters: registrationFilters,
	options: options({ requestsAtOnce }),
};
