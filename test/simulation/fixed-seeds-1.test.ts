import { holdFor } from './hold.ts';

holdFor(1, 500);
