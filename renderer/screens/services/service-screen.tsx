import { boardOf } from '../../../core/desk/seats/seat-boards.ts';
import { openOrderOf } from '../../../core/desk/pending/order-views.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { fullName } from '../../../core/people/person.ts';
import { isRunning, phaseOf } from '../../../core/services/lifecycle.ts';
import { seatCount, type Service, type ServiceItem } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner, Card, Meter, Page } from '../../components/surfaces.tsx';
import { TermHelp } from '../../components/term-help.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog, useUi } from '../../store/ui-store.ts';
import { dayText, gigabytes } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import type { Field } from '../../../core/register/fields.ts';
import { registeredService } from '../../../core/register/registered-service.ts';
import { useRegistered } from '../register/use-registered.ts';
import { Sourced } from '../register/sourced.tsx';
import { KnownFacts } from '../register/known-facts.tsx';
import { openCart } from '../cart/open-cart.ts';
import { AutomaticRenewal } from './automatic-renewal.tsx';
import { LeftOrder } from './left-order.tsx';
import { RenewButton } from './renew-button.tsx';
import { Expiry, expiryWords, serviceNote, ServiceState } from './service-parts.tsx';

/**
 * The "Gestisci" screen: one service with its state, expiry, users, modules and space. "Aggiungi
 * utente" opens the cart.
 */
export function ServiceScreen({ serviceId }: { readonly serviceId: ServiceId }) {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  const writtenBy = useDesk((desk) => desk.writtenBy);
  const service = state.replica.services.get(serviceId);
  if (service === undefined)
    return (
      <Page title={text('services.title')}>
        <p className="muted">{text('service.gone')}</p>
      </Page>
    );
  const { today } = state;
  const readsAruba =
    !simulated && writtenBy === null && state.workspace.accountChoices.get('firm')?.on === true;
  const phase = phaseOf(service, today);
  const openOrder = openOrderOf(state, serviceId);
  const note = serviceNote(service, today, openOrder);
  const canAdd = isRunning(service, today);
  return (
    <Page
      title={service.holder}
      lead={text(`kind.${service.kind}`)}
      actions={
        <>
          {openOrder !== undefined && (
            <Button onPress={() => go({ screen: 'orders', orderId: openOrder.id })}>
              {text('service.pay')}
            </Button>
          )}
          {readsAruba && (
            <Button onPress={() => go({ screen: 'read-from-aruba', serviceId })}>
              {text('from-aruba.title')}
            </Button>
          )}
          <Button onPress={() => openDialog({ kind: 'new-quote', serviceId })}>
            {text('quotes.make-dots')}
          </Button>
          <RenewButton service={service} kind={canAdd ? 'plain' : 'primary'} />
          {canAdd && (
            <Button kind="primary" onPress={() => void openCart(serviceId)}>
              {text('service.add-user')}
            </Button>
          )}
        </>
      }
    >
      {note !== '' && (
        <Banner
          tone={phase === 'grace' || phase === 'late' ? 'late' : phase === 'renew-soon' ? 'soon' : 'accent'}
        >
          {note}
          {phase === 'grace' && <TermHelp term="grace" />}
        </Banner>
      )}
      <LeftOrder service={service} order={openOrder} />
      <div className="split">
        <div className="stack">
          <Users service={service} />
          <Items service={service} />
          {!simulated && <KnownFacts serviceId={serviceId} />}
        </div>
        <div className="stack">
          <Card title={text('col.state')}>
            <dl className="facts card-body">
              <dt>{text('col.state')}</dt>
              <dd>
                <ServiceState service={service} today={today} />
              </dd>
              <dt>
                {text('col.expiry')}
                <TermHelp term="expiry" />
              </dt>
              <dd>
                <Sourced serviceId={serviceId} field="expiry" label={expiryWords(service, today)}>
                  <Expiry service={service} today={today} />
                </Sourced>
              </dd>
              <dt>{text('service.users')}</dt>
              <dd>
                <Sourced serviceId={serviceId} field="users" label={String(seatCount(service, today))}>
                  {seatCount(service, today)}
                </Sourced>
              </dd>
              {service.maxSpaceKB > 0 && (
                <>
                  <dt>{text('service.space')}</dt>
                  <dd>
                    <Sourced serviceId={serviceId} field="usedSpaceKB" label={spaceWords(service)}>
                      {spaceWords(service)}
                    </Sourced>
                    <Meter part={service.usedSpaceKB} whole={service.maxSpaceKB} full />
                  </dd>
                </>
              )}
              <dt>{text('service.panel-username')}</dt>
              <dd className="mono">{service.panelUsername}</dd>
              <dt>{text('service.vat-code')}</dt>
              <dd className="mono">{service.vatCode}</dd>
            </dl>
          </Card>
          {simulated && <AutomaticRenewal service={service} />}
        </div>
      </div>
    </Page>
  );
}

const spaceWords = ({ usedSpaceKB, maxSpaceKB }: Service): string =>
  text('service.space-of', { used: gigabytes(usedSpaceKB), max: gigabytes(maxSpaceKB) });

function Users({ service }: { readonly service: Service }) {
  const state = useDesk((desk) => desk.state);
  const board = boardOf(state, service);
  const openPeople = (): void => {
    useUi.setState({ peopleService: service.id });
    go({ screen: 'people' });
  };
  return (
    <Card
      title={text('service.users')}
      aside={
        <div className="row">
          {board.free > 0 && (
            <Button onPress={() => openDialog({ kind: 'give-seat', serviceId: service.id })}>
              {text('give-seat.button')}
            </Button>
          )}
          <Button onPress={openPeople}>{text('service.open-people')}</Button>
        </div>
      }
    >
      {board.held === 0 ? (
        <p className="card-body muted">{text('service.no-users')}</p>
      ) : (
        <ul className="list">
          {[...board.seatOf.values()].map((seat) => {
            const person = state.workspace.people.get(seat.personId);
            return (
              <li key={seat.id}>
                <span className="grow strong">{person === undefined ? '' : fullName(person)}</span>
                <span className="mono">{seat.username}</span>
              </li>
            );
          })}
          {board.others.map(({ username, email }) => (
            <li key={username}>
              <span className="grow muted">
                {email} <span className="faint">{text('service.other-user')}</span>
              </span>
              <span className="mono">{username}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The field of the register that says when an item ends. */
const fieldOf = ({ kind }: ServiceItem, base: Service['kind']): Field =>
  kind === base ? 'expiry' : kind === 'user' ? 'users' : kind === 'extra-gb' ? 'space' : 'modules';

function Items({ service }: { readonly service: Service }) {
  // Empty in a sample: there the vendor says each expiry.
  const simulated = useDesk((desk) => desk.simulated);
  const assumed = registeredService(useRegistered(service.id).registered)?.assumed;
  return (
    <Card title={text('service.modules')}>
      {service.items.length === 0 ? (
        <p className="card-body muted">{text(simulated ? 'service.no-items' : 'service.no-expiry')}</p>
      ) : (
        <table className="table dense">
          <thead>
            <tr>
              <th>{text('service.item')}</th>
              <th className="num">{text('service.quantity')}</th>
              <th>{text('col.expiry')}</th>
            </tr>
          </thead>
          <tbody>
            {service.items.map((item) => (
              <tr key={item.id}>
                <td className="strong">{text(`kind.${item.kind}`)}</td>
                <td className="num">{item.quantity}</td>
                <td>
                  <Sourced
                    serviceId={service.id}
                    field={fieldOf(item, service.kind)}
                    label={dayText(item.expiry)}
                  >
                    {dayText(item.expiry)}
                  </Sourced>
                  {assumed?.has(item.id) === true && (
                    <small className="faint"> {text('register.assumed')}</small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
