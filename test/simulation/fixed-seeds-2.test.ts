import { holdFor } from './hold.ts';

holdFor(501, 500);
