import { faultMatrix } from './matrix';
import { dataProviders } from './scenarios/dataProviders';

faultMatrix(dataProviders);
