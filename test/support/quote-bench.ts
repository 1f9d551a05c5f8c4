// The sample studio for tests of quotes. Its commands must succeed, and it returns the newest quote.
import type { Command } from '../../core/desk/command.ts';
import type { Quote } from '../../core/desk/rows/state.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { decideBench } from './sample-state.ts';

export const studio = 'fe-studio' as ServiceId;
export const forUsers: Command = {
  type: 'quote/new',
  source: { kind: 'service', serviceId: studio, what: 'add-users' },
};
export const forRenewal: Command = {
  type: 'quote/new',
  source: { kind: 'service', serviceId: studio, what: 'renewal' },
};
/** Two hours of the firm's own work, or what is changed of them. */
export const feeOf = (quote: Quote, change: object = {}, feeId: string | null = null) =>
  ({
    type: 'quote/fee',
    quoteId: quote.id,
    feeId,
    fee: {
      description: 'Configurazione e formazione',
      unit: 'ore',
      hundredths: 200,
      unitPrice: 6000,
      vatBasisPoints: 2200,
      ...change,
    },
  }) as unknown as Command;
export const longer = (quote: Quote, change: object = {}) =>
  ({
    type: 'quote/details',
    quoteId: quote.id,
    recipient: quote.recipient,
    validUntil: quote.validUntil,
    notes: '',
    ...change,
  }) as Command;

export function quoteBench() {
  const desk = decideBench();
  const quotes = () => [...desk.state.workspace.quotes.values()];
  const must = (command: Command): void => {
    const done = desk.submit(command);
    if (!done.ok) throw new Error(`${command.type}: ${done.error.reason}`);
  };
  return {
    state: desk.state,
    submit: (command: Command) => desk.submit(command),
    refusal: (command: Command) => desk.refusal(command),
    must,
    quotes,
    newest: (command: Command = forUsers): Quote => {
      const before = new Set(quotes().map(({ id }) => id));
      must(command);
      const found = quotes().find(({ id }) => !before.has(id));
      if (found === undefined) throw new Error('No new quote');
      return found;
    },
    again: (quote: Quote): Quote => desk.state.workspace.quotes.get(quote.id) ?? quote,
    issue: (quote: Quote, serial: number | null = null): void =>
      must({ type: 'quote/issue', quoteId: quote.id, serial }),
  };
}
