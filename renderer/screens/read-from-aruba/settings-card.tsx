import type { ServiceId } from '../../../core/kernel/id.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { Switch } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { accountRefusalText } from './refusal-sentence.ts';
import { useStanding } from './use-standing.ts';

/** Turns reading from Aruba on, and removes what a person let the keyring keep. */
export function FromArubaSettings() {
  const on = useDesk((desk) => desk.state.workspace.accountChoices.get('firm')?.on === true);
  const services = useDesk((desk) => desk.state.replica.services);
  const { standing, refresh } = useStanding();
  const kept = standing?.kept ?? [];

  async function forget(serviceId: ServiceId, holder: string): Promise<void> {
    const result = await bridge.call('account/forget', { serviceId });
    await refresh();
    if (result.ok) toast(text('from-aruba.forgotten', { holder }));
    else toast(accountRefusalText(result.error), { tone: 'late' });
  }

  return (
    <Card title={text('from-aruba.title')}>
      <div className="card-body stack">
        <p>{text('from-aruba.setting-text')}</p>
        <Switch
          on={on}
          onChange={(next) =>
            void submit(
              { type: 'account/settings', on: next },
              { text: text('from-aruba.setting-saved'), undo: true },
            )
          }
        >
          {text('from-aruba.setting')}
        </Switch>
        <p>{text('from-aruba.says')}</p>
        <p className="muted">{text('from-aruba.for-whom')}</p>
        {kept.length > 0 && (
          <div role="group" aria-label={text('from-aruba.kept-title')}>
            <p className="strong">{text('from-aruba.kept-title')}</p>
            <ul className="list">
              {kept.map((id) => {
                const holder = services.get(id)?.holder ?? id;
                return (
                  <li key={id}>
                    <span className="grow">{holder}</span>
                    <Button
                      aria-label={text('from-aruba.forget-of', { holder })}
                      onPress={() => void forget(id as ServiceId, holder)}
                    >
                      {text('from-aruba.forget')}
                    </Button>
                  </li>
                );
              })}
            </ul>
          </div>
        )}
      </div>
    </Card>
  );
}
