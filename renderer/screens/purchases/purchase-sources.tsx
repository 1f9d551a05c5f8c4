import type { Purchase } from '../../../core/purchases/fold.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import type { Field } from '../../../core/register/fields.ts';
import type { Known } from '../../../core/register/fold.ts';
import { Card } from '../../components/surfaces.tsx';
import { text } from '../../text/text.ts';
import { fieldText, sourceText, valueText } from '../register/fact-words.ts';
import { useRegistered } from '../register/use-registered.ts';

const shown: readonly Field[] = ['expiry', 'users', 'modules', 'space'];

/** Where the figures come from: the sources of the dates and pieces, and the price list (rule J4). */
export function PurchaseSources({ purchase }: { readonly purchase: Purchase }) {
  const { service, priceList } = purchase.record.revision;
  return (
    <Card title={text('purchase.sources')}>
      <div className="card-body stack stack-small muted">
        {service !== null && <ServiceSources serviceId={service.id} />}
        <p>{text('purchase.source-prices', { version: priceList.version })}</p>
      </div>
    </Card>
  );
}

function ServiceSources({ serviceId }: { readonly serviceId: ServiceId }) {
  const { registered } = useRegistered(serviceId);
  const known = shown.flatMap((field) => {
    const value = registered.known[field] as Known | undefined;
    const fact = value?.facts[0];
    return fact === undefined ? [] : [{ field, fact }];
  });
  if (known.length === 0) return <p>{text('purchase.source-none')}</p>;
  return known.map(({ field, fact }) => (
    <p key={field}>
      {fieldText(field)} {valueText(fact)}: {sourceText(fact)}.
    </p>
  ));
}
