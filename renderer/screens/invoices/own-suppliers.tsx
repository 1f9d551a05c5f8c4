import { noInvoiceChoices, type InvoiceChoices } from '../../../core/desk/rows/invoice-rows.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { countText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

type OwnSupplier = InvoiceChoices['suppliers'][number];

/** The suppliers that a person added besides Aruba's companies. Nothing if there are none. */
export function OwnSuppliers() {
  const choices = useDesk((desk) => desk.state.workspace.invoiceChoices.get('invoices')) ?? noInvoiceChoices;
  const { suppliers } = choices;
  async function remove({ name, vatCode }: OwnSupplier): Promise<void> {
    const others = suppliers.filter((one) => one.vatCode !== vatCode);
    const done = text('invoices.supplier-removed', { name });
    await submit({ type: 'invoice/choose', choices: { suppliers: others } }, { text: done, undo: true });
  }
  if (suppliers.length === 0) return null;
  return (
    <Card title={text('invoices.own-suppliers')} aside={countText(suppliers.length)}>
      <div className="card-body stack">
        <p className="muted">{text('invoices.own-suppliers-text')}</p>
        <ul className="stack" aria-label={text('invoices.own-suppliers')}>
          {suppliers.map((supplier) => (
            <li key={supplier.vatCode} className="row spread">
              <span>
                <strong>{supplier.name}</strong> <span className="mono muted">{supplier.vatCode}</span>
              </span>
              <Button
                aria-label={text('invoices.supplier-remove-name', { name: supplier.name })}
                onPress={() => void remove(supplier)}
              >
                {text('invoices.supplier-remove')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
