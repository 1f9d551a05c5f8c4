import { inject } from 'vitest';
import { holdFor } from './hold.ts';

holdFor(inject('freeSeed') * 1000, 500);
