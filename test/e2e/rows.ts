import type { Page } from 'playwright-core';

/** A row of the desk, as far as the browser tests look at it. */
export interface ShownRow {
  readonly table: string;
  readonly id: string;
  readonly value: {
    readonly about?: string;
    readonly value?: unknown;
    readonly holder?: string;
    readonly source?: { readonly kind: string };
    readonly items?: readonly { readonly expiry: string }[];
  };
}

/** Every row of the desk. */
export const rowsOf = (page: Page): Promise<readonly ShownRow[]> =>
  page.evaluate(async () => {
    const { allinea } = globalThis as unknown as {
      readonly allinea: { call(name: string, payload: null): Promise<{ readonly rows: string }> };
    };
    return JSON.parse((await allinea.call('app/snapshot', null)).rows) as readonly ShownRow[];
  });
