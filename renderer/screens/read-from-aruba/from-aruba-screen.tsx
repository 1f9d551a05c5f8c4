import { useEffect, useState } from 'react';
import type { AccountRefusal, ShownReading } from '../../../core/bridge/account.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner, Card, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { useRegistered } from '../register/use-registered.ts';
import { Proposals } from './proposals.tsx';
import { LimitsCard } from './said-cards.tsx';
import { SignInForm, type ReadingWish } from './sign-in-form.tsx';
import { useStanding } from './use-standing.ts';

/** "Aggiorna da Aruba" for one service: the form, the reading, then what is proposed (rule L). */
export function FromArubaScreen({ serviceId }: { readonly serviceId: ServiceId }) {
  const service = useDesk((desk) => desk.state.replica.services.get(serviceId));
  const on = useDesk((desk) => desk.state.workspace.accountChoices.get('firm')?.on === true);
  const { registered } = useRegistered(serviceId);
  const { standing, seconds, refresh } = useStanding();
  const [reading, setReading] = useState<ShownReading | null>(null);
  const [username, setUsername] = useState(service?.panelUsername ?? '');
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<AccountRefusal | null>(null);

  // Whoever leaves the screen does not want the answer.
  useEffect(() => () => void bridge.call('account/stop', null), []);

  const holder = service?.holder ?? '';
  const back = (): void => go({ screen: 'service', serviceId });

  async function read(wish: ReadingWish): Promise<void> {
    setWorking(true);
    setProblem(null);
    const result = await bridge.call('account/read', { serviceId, ...wish });
    await refresh();
    setWorking(false);
    if (result.ok) setReading(result.value);
    else setProblem(result.error);
  }
  async function forget(): Promise<void> {
    const result = await bridge.call('account/forget', { serviceId });
    await refresh();
    if (result.ok) toast(text('from-aruba.forgotten', { holder }));
    else setProblem(result.error);
  }

  if (service === undefined || !on)
    return (
      <Page title={text('from-aruba.title')}>
        <p className="muted">{text(service === undefined ? 'service.gone' : 'from-aruba.off')}</p>
      </Page>
    );
  if (reading !== null && !working)
    return (
      <Proposals
        key={reading.at}
        reading={reading}
        registered={registered}
        holder={holder}
        onAgain={() => setReading(null)}
      />
    );
  return (
    <Page
      title={text('from-aruba.title')}
      lead={text('from-aruba.lead', { holder })}
      actions={<Button onPress={back}>{text('from-aruba.back')}</Button>}
    >
      {standing?.testAddress != null && (
        <Banner tone="wait">{text('from-aruba.test', { address: standing.testAddress })}</Banner>
      )}
      <div className="split">
        {working ? (
          <Card title={text('from-aruba.sign-in')}>
            <div className="card-body stack" role="status">
              <p>{text('from-aruba.reading')}</p>
              <div>
                <Button autoFocus onPress={() => void bridge.call('account/stop', null)}>
                  {text('from-aruba.stop')}
                </Button>
              </div>
            </div>
          </Card>
        ) : (
          standing !== null && (
            <SignInForm
              serviceId={serviceId}
              username={username}
              onUsername={setUsername}
              standing={standing}
              seconds={seconds}
              problem={problem}
              onRead={(wish) => void read(wish)}
              onForget={() => void forget()}
            />
          )
        )}
        <LimitsCard />
      </div>
    </Page>
  );
}
