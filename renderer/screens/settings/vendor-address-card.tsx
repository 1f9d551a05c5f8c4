import { useState } from 'react';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { chooseBackend } from '../../store/studios.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { VendorAddressDialog } from './vendor-address-dialog.tsx';

/** Where the vendor of a sample studio is (safety S3). Another one is named, never hidden. */
export function VendorAddressCard() {
  const address = useDesk((desk) => desk.backendAddress);
  const [asking, setAsking] = useState(false);

  async function back(): Promise<void> {
    const chosen = await chooseBackend(null, true);
    if (typeof chosen === 'string') toast(chosen, { tone: 'late' });
  }

  return (
    <Card title={text('vendor-address.title')}>
      <div className="card-body stack">
        <p>{address === null ? text('vendor-address.inside') : text('vendor-address.at', { address })}</p>
        <div className="row row-wrap">
          <Button onPress={() => setAsking(true)}>{text('vendor-address.change')}</Button>
          {address !== null && <Button onPress={() => void back()}>{text('vendor-address.back')}</Button>}
        </div>
      </div>
      {asking && <VendorAddressDialog onClose={() => setAsking(false)} />}
    </Card>
  );
}
