import { useEffect } from 'react';
import { Button } from '../../components/buttons.tsx';
import { useDesk } from '../../store/desk.ts';
import { openStudio, readStudios, useStudios } from '../../store/studios.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The permanent band of the sample (rule J1), with the way to a studio of one's own. */
export function SampleBand() {
  const simulated = useDesk((desk) => desk.simulated);
  const studios = useStudios((known) => known.studios);
  useEffect(() => void readStudios(), []);
  if (!simulated) return null;
  const own = studios?.find(({ kind }) => kind === 'own');
  return (
    <div className="sample-band">
      <span>{text('studio.band')}</span>
      <Button onPress={() => (own === undefined ? go({ screen: 'settings' }) : void openStudio(own.id))}>
        {text('studio.band-own')}
      </Button>
    </div>
  );
}
