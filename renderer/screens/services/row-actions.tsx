import { Button } from '../../components/buttons.tsx';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { RenewButton } from './renew-button.tsx';
import type { ServiceRow } from './service-rows.ts';

/** The "Gestisci" button, as in the customer area, and "Rinnova" or "Riattiva" if the renewal is due. */
export function ManageAction({ service, openOrder }: Pick<ServiceRow, 'service' | 'openOrder'>) {
  return (
    <span className="row end">
      {openOrder === undefined && <RenewButton service={service} due />}
      <Button
        aria-label={`${text('service.manage')}: ${service.holder}`}
        onPress={() => go({ screen: 'service', serviceId: service.id })}
      >
        {text('service.manage')}
      </Button>
    </span>
  );
}
