// The panel of one line of an invoice: what it sells, and how a person corrects it.
import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import type { Received } from '../../core/received/files/received.ts';
import { noAnswers, wordsOf, type Answers } from '../../renderer/screens/invoices/import/answers.ts';
import { ReviewPanel } from '../../renderer/screens/invoices/import/review-panel.tsx';
import { reviewOf } from '../../renderer/screens/invoices/import/review.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { invoiceBytes } from '../support/invoice-files.ts';
import { madeOf, oneLine, received } from '../support/read-files.ts';

function Panel({ read }: { readonly read: Received }) {
  const state = useDesk((desk) => desk.state);
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const [invoice] = reviewOf(read, state, answers).invoices;
  const line = invoice?.lines[0];
  if (invoice === undefined || line === undefined) return null;
  return (
    <ReviewPanel
      line={{ kind: 'line', key: line.key, invoice, line }}
      onKind={({ line: { text } }, kind) =>
        setAnswers({ ...answers, kinds: new Map([[wordsOf(text), kind]]) })
      }
      onService={() => undefined}
      onSupplier={() => undefined}
    />
  );
}

async function showLine(text: string) {
  const lines = [{ ...oneLine, text }];
  const read = await received({ 'a.xml': invoiceBytes(madeOf({ lines })) });
  return show(() => <Panel read={read} />);
}

const question = () => screen.queryByRole('button', { name: /Che cos’è questa riga\?/ });
const title = () => screen.getByRole('heading').textContent;

test('what the words decided is said; a person may say something else, and take it back', async () => {
  const { user } = await showLine('Utente aggiuntivo');
  expect(title()).toBe('Utente aggiuntivo');
  expect(question()).toBeNull();
  await user.click(screen.getByRole('button', { name: 'È un’altra cosa' }));
  expect(question()?.textContent).toContain('Utente aggiuntivo');
  await user.click(question() as HTMLElement);
  await user.click(screen.getByRole('option', { name: 'Modulo Documenti' }));
  expect(title()).toBe('Modulo Documenti');
  await user.click(question() as HTMLElement);
  await user.click(screen.getByRole('option', { name: 'Lascia fuori' }));
  expect(title()).toBe('lasciata fuori');
  await user.click(question() as HTMLElement);
  await user.click(screen.getByRole('option', { name: 'Utente aggiuntivo' }));
  expect(title()).toBe('Utente aggiuntivo');
});

test('several things in one line are asked at once', async () => {
  await showLine('Fatturazione Elettronica: servizio, utenti aggiuntivi e documenti');
  expect(title()).toMatch(/^potrebbe essere: /);
  expect(question()).not.toBeNull();
});
