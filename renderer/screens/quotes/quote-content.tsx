import { moduleKinds, neededModule, takesModules } from '../../../core/catalog/item.ts';
import type { ContentChange } from '../../../core/desk/rows/quote-rows.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import { cartIdOf, type CartWish } from '../../../core/orders/cart.ts';
import { mostRenewalYears } from '../../../core/quotes/renewal-figures.ts';
import { activeModules } from '../../../core/services/service.ts';
import { Convention } from '../../components/convention.tsx';
import { Checkbox, Select, Switch } from '../../components/controls.tsx';
import { Stepper } from '../../components/stepper.tsx';
import { Card } from '../../components/surfaces.tsx';
import type { QuotedService } from '../../papers/quote-names.ts';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';

/**
 * The content of a draft for one of its services: users, extension, years, modules, convention. Each change
 * is priced as of today. A change that cannot be bought is refused.
 */
export function QuoteContent({
  quote,
  service: { content, quote: figures },
}: {
  readonly quote: Quote;
  readonly service: QuotedService;
}) {
  const { subject } = content;
  const set = (change: ContentChange): Promise<boolean> =>
    submit({ type: 'quote/change', quoteId: quote.id, cartId: cartIdOf(subject), change });
  const service = useDesk(({ state }) =>
    subject.kind === 'renewal' ? state.replica.services.get(subject.serviceId) : undefined,
  );
  const promotional = subject.kind === 'first-purchase' ? subject.promotion : (service?.promotional ?? false);
  return (
    <Card title={text('quote.content')} aside={text(`quote.subject.${subject.kind}`)}>
      <div className="card-body stack">
        {subject.kind !== 'renewal' && (
          <div className="row">
            <span>{text('quote.users')}</span>
            <Stepper
              label={text('quote.users')}
              fewer={text('quote.fewer')}
              more={text('quote.more')}
              value={content.quantity}
              set={(quantity) => set({ what: 'quantity', quantity })}
            />
          </div>
        )}
        {subject.kind === 'add-users' ? (
          <Switch on={subject.extension} onChange={(on) => void set({ what: 'extension', on })}>
            {text('cart.extension')}
          </Switch>
        ) : (
          <div className="row">
            <Select
              label={text('cart.years')}
              value={String(subject.years)}
              choices={Array.from({ length: mostRenewalYears({ promotional }) }, (_, index) => ({
                id: String(index + 1),
                label: text('cart.years-count', { count: index + 1 }),
              }))}
              onChange={(years) => void set({ what: 'years', years: Number(years) })}
            />
          </div>
        )}
        {subject.kind === 'renewal' && promotional && <p>{text('renewal-cart.promotional')}</p>}
        {subject.kind !== 'renewal' && <Modules content={content} set={set} />}
        <Convention
          discount={figures.discount}
          onCode={(code) =>
            submit(
              { type: 'quote/convention', quoteId: quote.id, cartId: cartIdOf(subject), code },
              { text: text(code === null ? 'quote.code-removed' : 'quote.code-set'), undo: true },
            )
          }
        />
      </div>
    </Card>
  );
}

/** The modules that are not active yet. A module without the module that it needs cannot be ticked. */
function Modules({
  content,
  set,
}: {
  readonly content: CartWish;
  readonly set: (change: ContentChange) => Promise<boolean>;
}) {
  const state = useDesk((desk) => desk.state);
  const { subject, modules } = content;
  const service = subject.kind === 'add-users' ? state.replica.services.get(subject.serviceId) : undefined;
  const kind = subject.kind === 'first-purchase' ? subject.serviceKind : (service?.kind ?? 'e-invoicing');
  if (!takesModules(kind)) return null;
  const active = service === undefined ? [] : activeModules(service, state.today);
  return (
    <>
      {moduleKinds
        .filter((module) => !active.includes(module))
        .map((module) => {
          const needs = neededModule(module);
          const missing = needs !== undefined && !active.includes(needs) && !modules.includes(needs);
          const taken = modules.includes(module);
          return (
            <div key={module} className="row">
              <Checkbox
                checked={taken}
                isDisabled={missing && !taken}
                onChange={(included) => void set({ what: 'module', module, included })}
              >
                {text(`kind.${module}`)}
              </Checkbox>
              {missing && (
                <span className="faint">{text('cart.needs', { module: text(`kind.${needs}`) })}</span>
              )}
            </div>
          );
        })}
    </>
  );
}
