import type { ModuleKind } from '../../../core/catalog/item.ts';
import { namedInCart, type Cart } from '../../../core/orders/cart.ts';
import { explainLine } from '../../../core/quotes/explain.ts';
import type { Figures, FiguresLine } from '../../../core/quotes/figures.ts';
import type { Service } from '../../../core/services/service.ts';
import { Amount } from '../../components/amount.tsx';
import { formula } from '../../components/amounts.tsx';
import { Button } from '../../components/buttons.tsx';
import { Stepper } from '../../components/stepper.tsx';
import { NameList } from '../../components/name-list.tsx';
import { TermHelp } from '../../components/term-help.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { namesOf } from './cart-names.ts';
import { LeaversFirst } from './free-first.tsx';

/**
 * The contents of a purchase: the users with + and − and the names of their people, the service of a first
 * purchase, and the modules.
 */
export function InCart({
  cart,
  service,
  quote,
}: {
  readonly cart: Cart;
  /** Undefined in a first purchase. */
  readonly service: Service | undefined;
  readonly quote: Figures;
}) {
  const bought = quote.lines.filter((line) => line.reason === 'bought');
  const users = bought.find((line) => line.kind === 'user');
  return (
    <Card title={text('cart.present')}>
      <table className="table">
        <thead>
          <tr>
            <th>{text('col.item')}</th>
            <th>{text('col.quantity')}</th>
            <th>{text('col.term')}</th>
            <th className="num">{text('col.formula')}</th>
            <th className="num">{text('col.amount')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <div className="strong">
                {text('kind.user')}
                <TermHelp term="user" />
              </div>
              <Names cart={cart} />
            </td>
            <td>
              <Quantity cart={cart} />
            </td>
            <td className="nowrap">
              {users === undefined
                ? '–'
                : text('line.term', { from: dayText(users.expiry), to: dayText(users.newExpiry) })}
            </td>
            <td className="num muted">{users === undefined ? '' : formula(users)}</td>
            <td className="num strong">
              {users === undefined ? '–' : <Amount explanation={explainLine(users, quote)} />}
            </td>
          </tr>
          {bought
            .filter((line) => line.kind !== 'user')
            .map((line) => (
              <OtherLine key={line.id} cart={cart} line={line} quote={quote} />
            ))}
        </tbody>
      </table>
      {service !== undefined && <LeaversFirst service={service} />}
    </Card>
  );
}

function Names({ cart }: { readonly cart: Cart }) {
  const state = useDesk((desk) => desk.state);
  const names = namesOf(state, namedInCart(cart));
  const unnamed = cart.quantity - names.length;
  if (names.length === 0) return <div className="faint">{text('cart.no-names')}</div>;
  return (
    <div className="muted">
      <NameList names={names} />
      {unnamed > 0 && `, ${text('cart.unnamed', { count: unnamed })}`}
    </div>
  );
}

/** The number of users. A quantity out of range is refused with a sentence, and the old one stays. */
function Quantity({ cart }: { readonly cart: Cart }) {
  return (
    <Stepper
      label={text('cart.quantity-of')}
      fewer={text('cart.fewer')}
      more={text('cart.more')}
      value={cart.quantity}
      set={(quantity) => submit({ type: 'cart/quantity', cartId: cart.id, quantity })}
    />
  );
}

function OtherLine({
  cart,
  line,
  quote,
}: {
  readonly cart: Cart;
  readonly line: FiguresLine;
  readonly quote: Figures;
}) {
  const module = cart.modules.find((kind): kind is ModuleKind => kind === line.kind);
  const item = text(`kind.${line.kind}`);
  return (
    <tr>
      <td className="strong">{item}</td>
      <td>
        {module === undefined ? (
          line.quantity
        ) : (
          <Button
            aria-label={text('cart.remove-of', { item })}
            onPress={() => void submit({ type: 'cart/module', cartId: cart.id, module, included: false })}
          >
            {text('cart.remove')}
          </Button>
        )}
      </td>
      <td className="nowrap">
        {text('line.term', { from: dayText(line.expiry), to: dayText(line.newExpiry) })}
      </td>
      <td className="num muted">{formula(line)}</td>
      <td className="num strong">
        <Amount explanation={explainLine(line, quote)} />
      </td>
    </tr>
  );
}
