import { faultMatrix } from './matrix';
import { accountData } from './scenarios/accountData';

faultMatrix(accountData);
