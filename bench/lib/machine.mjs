import os from 'node:os';

/** Programs that wanted to run, on average over the last minute. Above the number of cores, figures suffer. */
export const loadNow = () => Number(os.loadavg()[0].toFixed(2));
