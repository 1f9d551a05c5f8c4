import { useMemo } from 'react';
import { overtaken } from '../../../core/desk/purchases/overtaken.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { fieldText } from '../register/fact-words.ts';

/** Newer data of the service say otherwise than this active purchase: a person looks which are true. */
export function OvertakenBanner({ purchase }: { readonly purchase: Purchase }) {
  const state = useDesk((desk) => desk.state);
  const found = useMemo(() => overtaken(state, purchase), [state, purchase]);
  const { activated } = purchase;
  if (activated === null || found.length === 0) return null;
  return (
    <Banner
      tone="soon"
      title={text('purchase.overtaken')}
      action={
        <Button onPress={() => go({ screen: 'service', serviceId: activated.serviceId })}>
          {text('purchase.open-service')}
        </Button>
      }
    >
      {text('purchase.overtaken-text', {
        fields: found.map(({ field, asOf }) => `${fieldText(field)} (${dayText(asOf)})`).join(', '),
      })}
    </Banner>
  );
}
