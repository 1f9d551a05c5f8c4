import { useState } from 'react';
import { cartPricing, serviceOfCart } from '../../../core/desk/cart/cart-figures.ts';
import { cents } from '../../../core/kernel/cents.ts';
import { figuresOf, type Cart } from '../../../core/orders/cart.ts';
import { explainGross, explainNet, explainVat } from '../../../core/quotes/explain.ts';
import { monthRules } from '../../../core/renewals/months.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { Badge } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** The "Confronta le regole" dialog: the same cart by each of the five month rules. */
export function CompareRules({ cart }: { readonly cart: Cart }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {text('compare-rules.open')}
      </button>
      {open && <Comparison cart={cart} onClose={() => setOpen(false)} />}
    </>
  );
}

function Comparison({ cart, onClose }: { readonly cart: Cart; readonly onClose: () => void }) {
  const state = useDesk((desk) => desk.state);
  const pricing = cartPricing(state);
  if (!pricing.ok) return null;
  const { firm } = pricing.value;
  const service = serviceOfCart(state, cart);
  const rows = monthRules.flatMap((rule) => {
    const quote = figuresOf(cart, service, { ...pricing.value, rule });
    return quote.ok ? [{ rule, quote: quote.value }] : [];
  });
  const current = rows.find(({ rule }) => rule === firm.rule)?.quote.gross ?? cents(0);
  return (
    <Modal large title={text('compare-rules.title')} onClose={onClose}>
      <p className="muted">{text('compare-rules.lead')}</p>
      <table className="table">
        <thead>
          <tr>
            <th>{text('explanation.rule')}</th>
            <th className="num">{text('amount.net')}</th>
            <th className="num">{text('explanation.vat')}</th>
            <th className="num">{text('amount.total')}</th>
            <th className="num">{text('compare.difference')}</th>
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rule, quote }) => {
            const difference = cents(quote.gross - current);
            return (
              <tr key={rule} data-selected={rule === firm.rule}>
                <td className="strong">{text(`rule.${rule}`)}</td>
                <td className="num">
                  <Amount explanation={explainNet(quote)} />
                </td>
                <td className="num">
                  <Amount explanation={explainVat(quote)} />
                </td>
                <td className="num strong">
                  <Amount explanation={explainGross(quote)} />
                </td>
                <td className="num muted">
                  {difference === 0
                    ? text('compare.equal')
                    : `${difference > 0 ? '+' : ''}${money(difference)}`}
                </td>
                <td className="actions">
                  {rule === firm.rule ? (
                    <Badge tone="accent">{text('compare.in-use')}</Badge>
                  ) : (
                    <Button
                      aria-label={`${text('compare-rules.use')}: ${text(`rule.${rule}`)}`}
                      onPress={() =>
                        void submit({ type: 'firm/settings', rule }, { text: text('rules.saved') })
                      }
                    >
                      {text('compare-rules.use')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
      </div>
    </Modal>
  );
}
