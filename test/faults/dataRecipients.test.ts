import { faultMatrix } from './matrix';
import { dataRecipients } from './scenarios/dataRecipients';

faultMatrix(dataRecipients);
