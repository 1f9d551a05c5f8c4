// Whose invoice it is: the firm's, or a client's who pays alone.
import { expect, test } from 'vitest';
import { clientPaying } from '../../../../core/desk/pending/billed-desk.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { memoryDisk } from '../../../support/crashing-disk.ts';
import { e1, openOwn, service, stateOf, submit } from '../../../support/own-host.ts';

const client = { name: '', vatCode: '86334519757', taxCode: '' };
const firm = { name: '', vatCode: e1.vatCode, taxCode: '' };

/** The firm of rule E1 with one client. `vatCode`: what it says of itself. */
function office(vatCode: string): AppState {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  submit(host, service({ ...e1, holder: 'Bar Centrale', vatCode: client.vatCode }));
  const state = stateOf(host);
  const own = state.workspace.firm.get('firm');
  if (own === undefined) throw new Error('There is no firm');
  const row = { ...own, payer: { ...own.payer, vatCode } };
  return { ...state, workspace: { ...state.workspace, firm: new Map([['firm', row]]) } };
}

test('a client who holds a service pays alone; the firm and anybody else do not', () => {
  const state = office(e1.vatCode);
  expect(clientPaying(client, state)).toBe(client.vatCode);
  expect(clientPaying(firm, state)).toBe('');
  expect(clientPaying({ name: '', vatCode: '02342520158', taxCode: '' }, state)).toBe('');
  expect(clientPaying({ name: '', vatCode: '', taxCode: '' }, state)).toBe('');
  // An invoice with both codes of the firm.
  expect(clientPaying({ ...client, taxCode: e1.vatCode }, state)).toBe('');
});

test('as long as nobody has said who the firm is, its own invoices look like a client’s: nothing is said', () => {
  expect(clientPaying(client, office(''))).toBe('');
});
