import fc from 'fast-check';

/** The same cases in every run; FC_SEED=random looks for new ones, FC_SEED=<number> repeats a find. */
const { FC_SEED: chosen = '20261120' } = process.env;
if (chosen !== 'random') fc.configureGlobal({ seed: Number(chosen) });
