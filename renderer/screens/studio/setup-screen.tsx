import { Button } from '../../components/buttons.tsx';
import { Card, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The second and third page of a new studio: its services, its people. Both can be skipped (rule J1). */
export function SetupScreen({ step }: { readonly step: 'services' | 'people' }) {
  const services = useDesk((desk) => desk.state.replica.services.size);
  const name = useDesk((desk) => desk.state.workspace.firm.get('firm')?.name ?? '');
  return (
    <Page
      title={text(`setup.${step}`)}
      lead={`${name} · ${text('setup.step', { step: step === 'services' ? 2 : 3 })}`}
    >
      <Card>
        <div className="card-body stack">
          <p>{text(`setup.${step}-text`)}</p>
          {step === 'services' ? (
            <>
              <div className="row row-wrap">
                <Button kind="primary" onPress={() => go({ screen: 'import-services' })}>
                  {text('service-import.title')}
                </Button>
                <Button onPress={() => openDialog({ kind: 'service-data', serviceId: null })}>
                  {text('register.new')}
                </Button>
              </div>
              <p className="muted">{text('setup.so-far', { count: services })}</p>
              <div>
                <Button onPress={() => go({ screen: 'setup', step: 'people' })}>
                  {text(services === 0 ? 'setup.skip' : 'setup.go-on')}
                </Button>
              </div>
            </>
          ) : (
            <div className="row row-wrap">
              <Button kind="primary" onPress={() => go({ screen: 'import' })}>
                {text('people.import')}
              </Button>
              <Button onPress={() => go({ screen: 'status' })}>{text('setup.done')}</Button>
            </div>
          )}
        </div>
      </Card>
    </Page>
  );
}
