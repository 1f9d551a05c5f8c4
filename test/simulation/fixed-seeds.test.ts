import { holdFor } from './hold.ts';

// They repeat the same traces in each run. `npm run simulate` runs thousands.
holdFor(1, 200);
