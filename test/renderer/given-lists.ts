// Lists that a person drops or pastes into a page, and what the page then shows.
import { act, fireEvent } from '@testing-library/react';
import { expect, vi } from 'vitest';

export const csv = (text: string, name = 'elenco.csv'): File => new File([text], name, { type: 'text/csv' });
export const whole = () => document.body.textContent;

function dataOf({ files = [], text = '' }: { readonly files?: readonly File[]; readonly text?: string }) {
  return {
    files,
    types: text === '' ? ['Files'] : ['text/plain'],
    getData: (type: string) => (type === 'text/plain' ? text : ''),
  };
}

export async function give(
  kind: 'drop' | 'paste',
  data: { readonly files?: readonly File[]; readonly text?: string },
  target: Element = document.body,
): Promise<void> {
  await act(async () => {
    if (kind === 'drop') fireEvent.drop(target, { dataTransfer: dataOf(data) });
    else fireEvent.paste(target, { clipboardData: dataOf(data) });
  });
}

export const shown = (pattern: RegExp) => vi.waitFor(() => expect(whole()).toMatch(pattern), 5000);
