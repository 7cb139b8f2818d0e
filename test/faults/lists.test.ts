import { faultMatrix } from './matrix';
import { lists } from './scenarios/lists';

faultMatrix(lists);
