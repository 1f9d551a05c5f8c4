import type { AccountProblem } from './account-problem.ts';
import {
  isObject,
  readCode,
  readDay,
  readFlag,
  readKB,
  readNumber,
  readText,
  valueOf,
  type ReadDay,
} from './read-values.ts';

/** One VAT number of a Premium account (`GET /auth/multicedenti`): no expiry and no maximum. */
export interface ListedHolder {
  readonly description: string | null;
  readonly vatCode: string | null;
  readonly usedSpaceKB: number | null;
  readonly created: ReadDay | null;
  /** Aruba's own word. */
  readonly status: string | null;
}

/** `missing`: why the list is not whole. Null if it is. */
export interface HolderList {
  readonly holders: readonly ListedHolder[];
  readonly missing: AccountProblem | null;
}

interface Page {
  readonly entries: readonly { readonly id: string; readonly holder: ListedHolder }[];
  readonly first: boolean | null;
  readonly last: boolean | null;
  readonly total: number | null;
}

/** More pages than the largest firm has. A server that never ends is left. */
const mostPages = 50;

function readPage(json: unknown): Page | undefined {
  const content = Array.isArray(json) ? (json as readonly unknown[]) : valueOf(json, 'content');
  const total = readNumber(valueOf(json, 'totalElements'));
  if (!Array.isArray(content) && total === null) return undefined;
  const entries = (Array.isArray(content) ? (content as readonly unknown[]) : []).filter(isObject);
  return {
    entries: entries.map((entry) => {
      const id = valueOf(entry, 'id');
      const holder: ListedHolder = {
        description: readText(valueOf(entry, 'description')),
        vatCode: readCode(valueOf(entry, 'vatCode')),
        usedSpaceKB: readKB(valueOf(entry, 'usedSpaceKB')),
        created: readDay(valueOf(entry, 'creationDate')),
        status: readText(valueOf(entry, 'status')),
      };
      const own = typeof id === 'number' ? String(id) : readText(id);
      return { id: own ?? `${holder.vatCode ?? ''} ${holder.description ?? ''}`, holder };
    }),
    first: readFlag(valueOf(json, 'first')),
    last: readFlag(valueOf(json, 'last')),
    total,
  };
}

/** What asking for one page gives. */
export type AskPage = (
  page: number,
) => Promise<{ readonly json: unknown } | { readonly problem: AccountProblem }>;

/**
 * Reads all pages. They count from 1 here and from 0 there (domain.md 6.3), so it begins with page 1 and asks
 * for page 0 only if something is missing at the end. An entry that comes twice counts once. Stops at the
 * first problem, and says it with what is there by then.
 */
export async function readHolders(askPage: AskPage): Promise<HolderList> {
  const known = new Map<string, ListedHolder>();
  let first: Page | undefined;

  const list = (missing: AccountProblem | null): HolderList => ({ holders: [...known.values()], missing });

  async function take(number: number): Promise<Page | AccountProblem> {
    const answer = await askPage(number);
    if ('problem' in answer) return answer.problem;
    const page = readPage(answer.json);
    if (page === undefined) return { reason: 'unreadable-answer' };
    for (const { id, holder } of page.entries) known.set(id, holder);
    return page;
  }

  for (let number = 1; number <= mostPages; number += 1) {
    const before = known.size;
    const page = await take(number);
    if ('reason' in page) return list(page);
    first ??= page;
    const whole = page.total !== null && known.size >= page.total;
    if (whole || page.last === true || known.size === before) break;
  }
  const whole = first?.total === null ? first.first === true : known.size >= (first?.total ?? 0);
  if (whole) return list(null);
  const zero = await take(0);
  if ('reason' in zero)
    // Without a total nobody knows whether there is a page 0: what is there may be everything.
    return list(first?.total === null && zero.reason === 'refused' ? null : zero);
  return list(
    first?.total !== null && known.size < (first?.total ?? 0) ? { reason: 'unreadable-answer' } : null,
  );
}
