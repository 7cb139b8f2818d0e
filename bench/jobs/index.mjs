import { auditList } from './auditList.mjs';
import { checkStatus } from './checkStatus.mjs';
import { customersAccounts, repeatedAccounts } from './getAccounts.mjs';
import { overheadInHand, overheadSigned } from './overhead.mjs';
import { requestPairs } from './requestPairs.mjs';

export const jobs = [
	requestPairs,
	checkStatus,
	repeatedAccounts,
	customersAccounts,
	overheadSigned,
	overheadInHand,
	auditList,
];
