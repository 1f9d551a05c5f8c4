import type { Command } from '../../../core/desk/command.ts';
import type { Cart, RenewalSubject } from '../../../core/orders/cart.ts';
import { renewableItems } from '../../../core/quotes/renewal-figures.ts';
import type { ReducibleKind } from '../../../core/renewals/reduce-groups.ts';
import type { Service } from '../../../core/services/service.ts';
import { Card } from '../../components/surfaces.tsx';
import { Stepper } from '../../components/stepper.tsx';
import { useDesk } from '../../store/desk.ts';
import { gigabytes } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/**
 * How many users and extra GB continue after the renewal. A quantity can only be reduced, and not below what
 * the panel or the documents use (rule D5).
 */
export function RenewalQuantities({
  cart,
  subject,
  service,
  change,
}: {
  readonly cart: Cart;
  readonly subject: RenewalSubject;
  readonly service: Service;
  readonly change: (command: Command) => Promise<boolean>;
}) {
  const today = useDesk((desk) => desk.state.today);
  const items = renewableItems(service, today).filter(({ id }) => !subject.leftOut.includes(id));
  const most = (wanted: ReducibleKind): number =>
    items.reduce((count, { kind, quantity }) => (kind === wanted ? count + quantity : count), 0);
  const [users, space] = [most('user'), most('extra-gb')];
  if (users === 0 && space === 0) return null;
  const reduce = (kind: ReducibleKind) => (to: number) =>
    change({ type: 'cart/reduce', cartId: cart.id, kind, to });
  return (
    <Card title={text('renewal-cart.quantities')}>
      <ul className="list">
        {users > 0 && (
          <li>
            <span className="grow">
              {text('renewal-cart.users')}{' '}
              <span className="faint">
                {text('renewal-cart.users-note', { most: users, configured: service.users.length })}
              </span>
            </span>
            <Stepper
              label={text('renewal-cart.users')}
              fewer={text('renewal-cart.users-fewer')}
              more={text('renewal-cart.users-more')}
              value={Math.min(subject.reduceTo.user ?? users, users)}
              set={reduce('user')}
            />
          </li>
        )}
        {space > 0 && (
          <li>
            <span className="grow">
              {text('renewal-cart.space')}{' '}
              <span className="faint">
                {text('renewal-cart.space-note', { most: space, used: gigabytes(service.usedSpaceKB) })}
              </span>
            </span>
            <Stepper
              label={text('renewal-cart.space')}
              fewer={text('renewal-cart.space-fewer')}
              more={text('renewal-cart.space-more')}
              value={Math.min(subject.reduceTo['extra-gb'] ?? space, space)}
              set={reduce('extra-gb')}
            />
          </li>
        )}
      </ul>
      <p className="card-body faint">{text('renewal-cart.reduce-only')}</p>
    </Card>
  );
}
