import { beforeEach, expect, test, vi } from 'vitest';
import type { CartId } from '../../core/kernel/id.ts';
import { dropPayerDraft, keepPayerDraft, usePayerDrafts } from '../../renderer/store/payer-drafts.ts';
import { payer } from '../electron/simulator/counter.ts';

const key = 'allinea-payer-drafts';
const [mine, theirs] = ['service-fe-studio', 'client-05566770516'] as readonly string[] as readonly [
  CartId,
  CartId,
];
const drafts = () => usePayerDrafts.getState().byCart;

beforeEach(() => usePayerDrafts.setState({ byCart: {} }));

/** Writes as another window does, and fires the browser's event for it. */
function otherWindow(byCart: object): void {
  localStorage.setItem(key, JSON.stringify({ state: { byCart }, version: 1 }));
  window.dispatchEvent(new StorageEvent('storage', { key }));
}

test('a half filled order form is kept until it is dropped', () => {
  keepPayerDraft(mine, { ...payer, name: 'Studio' });
  keepPayerDraft(theirs, payer);
  expect(localStorage.getItem(key)).toContain('Studio');
  dropPayerDraft(theirs);
  expect(drafts()).toEqual({ [mine]: { ...payer, name: 'Studio' } });
});

test('what another window types is there, and is not written back: they would answer each other for ever', () => {
  keepPayerDraft(mine, { ...payer, name: 'Studio' });
  otherWindow({ [mine]: { ...payer, name: 'Studio B' }, [theirs]: payer });
  expect(drafts()).toEqual({ [mine]: { ...payer, name: 'Studio B' }, [theirs]: payer });
  const written = vi.spyOn(Storage.prototype, 'setItem');
  window.dispatchEvent(new StorageEvent('storage', { key }));
  expect(written).not.toHaveBeenCalled();
});

test('what it writes elsewhere is its own', () => {
  keepPayerDraft(mine, payer);
  localStorage.setItem(key, JSON.stringify({ state: { byCart: {} }, version: 1 }));
  window.dispatchEvent(new StorageEvent('storage', { key: 'allinea-ui' }));
  expect(drafts()).toEqual({ [mine]: payer });
});
