import { useState } from 'react';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { afterClose } from '../../components/after-close.ts';
import { Button } from '../../components/buttons.tsx';
import { Select } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { prepareQuote } from './make-quote.ts';
import { ServiceSelect } from '../services/service-select.tsx';

/** A quote for a service: its missing users, or its renewal. */
export function NewQuoteDialog({
  serviceId,
  onClose,
}: {
  readonly serviceId: ServiceId | null;
  readonly onClose: () => void;
}) {
  const services = [...useDesk((desk) => desk.state.replica.services).values()].sort((a, b) =>
    a.holder.localeCompare(b.holder, 'it'),
  );
  const [chosen, setChosen] = useState<ServiceId | null>(serviceId ?? services[0]?.id ?? null);
  const [what, setWhat] = useState<'add-users' | 'renewal'>('add-users');
  const make = async (): Promise<void> => {
    const quoteId = chosen === null ? null : await prepareQuote({ kind: 'service', serviceId: chosen, what });
    if (quoteId === null) return;
    onClose();
    afterClose(() => go({ screen: 'quotes', quoteId }));
  };
  return (
    <Modal title={text('quote.new-title')} onClose={onClose}>
      <div className="stack">
        <ServiceSelect
          label={text('quote.new-service')}
          value={chosen}
          services={services}
          onChange={setChosen}
        />
        <Select
          label={text('quote.new-what')}
          value={what}
          choices={(['add-users', 'renewal'] as const).map((id) => ({
            id,
            label: text(`quote.subject.${id}`),
          }))}
          onChange={setWhat}
        />
        <p className="faint">{text('quote.new-first')}</p>
      </div>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="primary" autoFocus onPress={() => void make()}>
          {text('quote.new-confirm')}
        </Button>
      </div>
    </Modal>
  );
}
