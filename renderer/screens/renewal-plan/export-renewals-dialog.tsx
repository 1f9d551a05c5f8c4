import { useMemo, useState } from 'react';
import { moneyByClient, moneyByMonth } from '../../../core/desk/plan/renewal-money.ts';
import type { RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { PaymentMethod } from '../../../core/orders/payment.ts';
import type { Arrangements } from '../../../core/register/arrangement.ts';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { PdfButton } from '../../components/pdf-button.tsx';
import { Radios } from '../../components/radios.tsx';
import { useDesk } from '../../store/desk.ts';
import { saveTable, type TableForm } from '../../store/save-table.ts';
import { text } from '../../text/text.ts';
import { clientMonthCells, moneyCells, planCells, sessionCells } from './renewal-cells.ts';
import type { RenewalRow } from './renewal-rows.ts';
import { expirySources } from '../register/expiry-sources.ts';

const contents = ['plan', 'sessions', 'months', 'clients'] as const;
type Content = (typeof contents)[number];

/** Exports a part of the renewals in a chosen format. The services are those that the screen shows. */
export function ExportRenewalsDialog({
  rows,
  plan,
  method,
  arrangements,
  onClose,
}: {
  readonly rows: readonly RenewalRow[];
  readonly plan: RenewalPlan;
  readonly method: PaymentMethod;
  /** How each service is looked after. Null in a sample studio. */
  readonly arrangements: Arrangements | null;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const [content, setContent] = useState<Content>('plan');
  const table = useMemo(() => {
    switch (content) {
      case 'plan':
        return planCells(
          rows,
          method,
          arrangements === null ? null : expirySources(state.workspace.facts.values(), state.today),
        );
      case 'sessions':
        return sessionCells(
          plan,
          ({ serviceId }) => state.replica.services.get(serviceId)?.vatCode ?? '',
          arrangements,
        );
      case 'months':
        return moneyCells(moneyByMonth(plan));
      case 'clients':
        return clientMonthCells(moneyByClient(state, plan), moneyByMonth(plan));
    }
  }, [content, rows, plan, method, state, arrangements]);

  async function save(form: TableForm): Promise<void> {
    // How each service is looked after has no room on paper.
    const shown = form === 'pdf' && content === 'plan' ? planCells(rows, method) : table;
    if (await saveTable(text(`export-renewals.${content}`), shown, form)) onClose();
  }
  return (
    <Modal title={text('export-renewals.title')} onClose={onClose}>
      <Radios
        label={text('export-renewals.content')}
        value={content}
        choices={contents.map((id) => ({
          id,
          label: <span>{text(`export-renewals.${id}`)}</span>,
          note: text(`export-renewals.${id}-note`),
        }))}
        onChange={setContent}
        autoFocus
      />
      <p className="muted" role="status">
        {text('export-renewals.rows', { count: table.rows.length, columns: table.headers.length })}
      </p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
        <Button onPress={() => void save('csv')}>{text('export.csv')}</Button>
        <PdfButton save={() => save('pdf')} />
        <Button kind="primary" onPress={() => void save('xlsx')}>
          {text('export.xlsx')}
        </Button>
      </div>
    </Modal>
  );
}
