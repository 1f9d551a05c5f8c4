import { useState } from 'react';
import type { Command } from '../../../core/desk/command.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { recipientOf } from '../../../core/desk/quotes/quote-source.ts';
import { Button } from '../../components/buttons.tsx';
import { Select, type Choice } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';

type Source = Extract<Command, { type: 'quote/add-service' }>['source'];

/** One more service for a draft: the users or the renewal of a service, or what a cart asks for. */
export function AddServiceDialog({
  quoteId,
  onClose,
}: {
  readonly quoteId: QuoteId;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const choices = choicesOf(state);
  const [chosen, setChosen] = useState<string | null>(choices[0]?.id ?? null);
  const [what, setWhat] = useState<'add-users' | 'renewal'>('renewal');
  const [problem, setProblem] = useState<string | null>(null);
  const choice = choices.find(({ id }) => id === chosen);
  const add = async (): Promise<void> => {
    if (choice === undefined) return;
    const source: Source = choice.source.kind === 'cart' ? choice.source : { ...choice.source, what };
    const why = await ask(
      { type: 'quote/add-service', quoteId, source },
      { text: text('offer.service-added'), undo: true },
    );
    setProblem(why);
    if (why === null) onClose();
  };
  return (
    <Modal title={text('offer.add-title')} onClose={onClose}>
      <div className="stack">
        <Select label={text('quote.new-service')} value={chosen} choices={choices} onChange={setChosen} />
        {choice?.source.kind === 'service' && (
          <Select
            label={text('quote.new-what')}
            value={what}
            choices={(['renewal', 'add-users'] as const).map((id) => ({
              id,
              label: text(`quote.subject.${id}`),
            }))}
            onChange={setWhat}
          />
        )}
        <p className="faint">{text('offer.add-first')}</p>
        {problem !== null && (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="primary" autoFocus onPress={() => void add()}>
          {text('offer.add-confirm')}
        </Button>
      </div>
    </Modal>
  );
}

type State = Parameters<typeof recipientOf>[0];
type ServiceChoice = Choice<string> & { readonly source: Source };

/** The services by their holders, then the carts of clients who have no service yet. */
function choicesOf(state: State): readonly ServiceChoice[] {
  const named = (one: Cart): string => recipientOf(state, one).name;
  const services = [...state.replica.services.values()].map(({ id, holder, kind }): ServiceChoice => ({
    id,
    label: holder,
    note: text(`kind.${kind}`),
    source: { kind: 'service', serviceId: id, what: 'renewal' },
  }));
  const carts = [...state.workspace.carts.values()]
    .filter(({ subject }) => subject.kind === 'first-purchase')
    .map((cart): ServiceChoice => ({
      id: cart.id,
      label: named(cart),
      note: text('offer.from-cart'),
      source: { kind: 'cart', cartId: cart.id },
    }));
  return [...services, ...carts].sort((a, b) => a.label.localeCompare(b.label, 'it'));
}
