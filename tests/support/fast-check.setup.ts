import fc from 'fast-check';

/** One seed for every property, so that a run repeats; another by FC_SEED, to look further. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261120) });
