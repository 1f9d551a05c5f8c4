import { useState } from 'react';
import { Form } from 'react-aria-components';
import { serviceKinds, type ServiceKind } from '../../../core/catalog/item.ts';
import type { ClientId } from '../../../core/kernel/id.ts';
import { isVatCode } from '../../../core/kernel/vat-code.ts';
import { cartIdOf } from '../../../core/orders/cart.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Card, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** Chooses or adds a client without a service, then opens the cart of its first purchase (rule D2). */
export function FirstPurchaseScreen() {
  const state = useDesk((desk) => desk.state);
  const clients = [...state.workspace.clients.values()].sort((a, b) => a.name.localeCompare(b.name));

  async function buy(clientId: ClientId, serviceKind: ServiceKind): Promise<void> {
    const subject = { kind: 'first-purchase', clientId, serviceKind, years: 1, promotion: true } as const;
    if (await submit({ type: 'cart/open-first', clientId, serviceKind }))
      go({ screen: 'cart', cartId: cartIdOf(subject) });
  }

  return (
    <Page title={text('first-purchase.title')} lead={text('first-purchase.lead')}>
      <div className="split">
        <Card title={text('first-purchase.known')}>
          {clients.length === 0 && <p className="card-body muted">{text('first-purchase.none')}</p>}
          <ul className="list">
            {clients.map(({ id, name, vatCode }) => {
              const started = state.workspace.carts.has(
                cartIdOf({
                  kind: 'first-purchase',
                  clientId: id,
                  serviceKind: 'e-invoicing',
                  years: 1,
                  promotion: true,
                }),
              );
              return (
                <li key={id}>
                  <span className="grow">
                    <strong>{name}</strong> <span className="mono faint">{vatCode}</span>
                  </span>
                  {started ? (
                    <Button
                      aria-label={`${text('first-purchase.open-cart')}: ${name}`}
                      onPress={() => void buy(id, 'e-invoicing')}
                    >
                      {text('first-purchase.open-cart')}
                    </Button>
                  ) : (
                    serviceKinds.map((kind) => (
                      <Button
                        key={kind}
                        aria-label={`${text('first-purchase.buy', { kind: text(`kind.${kind}`) })}: ${name}`}
                        onPress={() => void buy(id, kind)}
                      >
                        {text('first-purchase.buy', { kind: text(`kind.${kind}`) })}
                      </Button>
                    ))
                  )}
                </li>
              );
            })}
          </ul>
        </Card>
        <NewClient />
      </div>
    </Page>
  );
}

function NewClient() {
  const [name, setName] = useState('');
  const [vatCode, setVatCode] = useState('');
  const [tried, setTried] = useState(false);
  const badVat = !isVatCode(vatCode.trim());

  async function add(): Promise<void> {
    setTried(true);
    if (name.trim() === '' || badVat) return;
    if (
      !(await submit(
        { type: 'client/add', name: name.trim(), vatCode: vatCode.trim() },
        { text: text('first-purchase.added'), undo: true },
      ))
    )
      return;
    setName('');
    setVatCode('');
    setTried(false);
  }

  return (
    <Card title={text('first-purchase.new')}>
      <Form
        className="card-body stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          label={text('input.name')}
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? text('input.required') : undefined}
        />
        <TextField
          label={text('input.vat')}
          value={vatCode}
          onChange={setVatCode}
          error={tried && badVat ? text('input.bad-vat') : undefined}
        />
        <Button type="submit">{text('first-purchase.add')}</Button>
      </Form>
    </Card>
  );
}
