import { faultMatrix } from './matrix';
import { getAccounts } from './scenarios/getAccounts';

faultMatrix(getAccounts);
