import { faultMatrix } from './matrix';
import { connectCustomer } from './scenarios/connectCustomer';

faultMatrix(connectCustomer);
