import type { News, Page } from '../../core/shared/protocol.ts';

/** A page of a pull of a desk that has sent 3 commands. */
export const page = (of: Partial<Page>): Page => ({
  epoch: 'first',
  version: 5,
  lastSeq: 3,
  results: [],
  rows: [],
  next: null,
  safeVersion: 0,
  role: 'administer',
  ...of,
});

export const news = (of: Partial<News>): News => ({
  version: 5,
  epoch: 'first',
  stamp: 'now',
  role: 'administer',
  others: [],
  page: null,
  ...of,
});
