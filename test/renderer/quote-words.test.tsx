// The dialogs of a draft send only what was changed.
import { show } from './screen.tsx';
import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { QuoteId, ServiceId } from '../../core/kernel/id.ts';
import { bridge } from '../../renderer/bridge.ts';
import { DetailsDialog } from '../../renderer/screens/quotes/details-dialog.tsx';
import { WordsDialog } from '../../renderer/screens/quotes/words-dialog.tsx';
import { useDesk } from '../../renderer/store/desk.ts';

const quoteOf: Command = {
  type: 'quote/new',
  source: { kind: 'service', serviceId: 'fe-studio' as ServiceId, what: 'add-users' },
};
const onClose = vi.fn();
const quoteId = (): QuoteId => [...useDesk.getState().state.workspace.quotes.keys()][0] as QuoteId;
const save = () => screen.getByRole('button', { name: 'Salva' });
/** What a colleague does while the dialog is open. */
const meanwhile = (command: Command) => act(() => bridge.call('command/submit', command));

test('the recipient’s name, while a colleague writes the notes', async () => {
  const { user, desk } = await show(() => <DetailsDialog quoteId={quoteId()} onClose={onClose} />, quoteOf);
  await meanwhile({ type: 'quote/details', quoteId: quoteId(), notes: 'Nota' });
  const name = screen.getByLabelText('Nome o ragione sociale');
  await user.clear(name);
  await user.type(name, 'Alba srl');
  await user.click(save());
  expect(desk.submitted('quote/details').at(-1)).toEqual({
    type: 'quote/details',
    quoteId: quoteId(),
    recipient: { name: 'Alba srl' },
  });
  expect(desk.state.workspace.quotes.get(quoteId())).toMatchObject({
    recipient: { name: 'Alba srl' },
    notes: 'Nota',
  });
});

test('the closing words, while a colleague writes the opening; unchanged ones are not sent', async () => {
  const { user, desk } = await show(() => <WordsDialog quoteId={quoteId()} onClose={onClose} />, quoteOf);
  await meanwhile({ type: 'quote/words', quoteId: quoteId(), opening: 'Gentile cliente,' });
  await user.type(screen.getByLabelText('Testo finale'), 'Saluti');
  await user.click(save());
  expect(desk.submitted('quote/words').at(-1)).toEqual({
    type: 'quote/words',
    quoteId: quoteId(),
    closing: 'Saluti',
  });
  expect(desk.state.workspace.quotes.get(quoteId())).toMatchObject({
    opening: 'Gentile cliente,',
    closing: 'Saluti',
  });
});

test.each([
  ['the details', () => <DetailsDialog quoteId={quoteId()} onClose={onClose} />],
  ['the words', () => <WordsDialog quoteId={quoteId()} onClose={onClose} />],
])('%s as they were are no step', async (_, dialog) => {
  const { user, desk } = await show(dialog, quoteOf);
  onClose.mockClear();
  const sent = desk.calls.length;
  await user.click(save());
  expect([desk.calls.length - sent, onClose.mock.calls.length]).toEqual([0, 1]);
});
