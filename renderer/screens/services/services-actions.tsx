import { foldFacts } from '../../../core/register/fold.ts';
import { Button } from '../../components/buttons.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { saveServices } from './export-services.ts';

/** What can be done with the list: another service, an import, a workbook. */
export function ServicesActions({ some }: { readonly some: boolean }) {
  const facts = useDesk((desk) => desk.state.workspace.facts);
  const simulated = useDesk((desk) => desk.simulated);
  if (simulated)
    return <Button onPress={() => go({ screen: 'first-purchase' })}>{text('services.first')}</Button>;
  return (
    <>
      {some && (
        <Button prints onPress={() => void saveServices(foldFacts(facts.values()).values())}>
          {text('service-import.export')}
        </Button>
      )}
      <Button onPress={() => openDialog({ kind: 'service-data', serviceId: null })}>
        {text('register.new')}
      </Button>
      <Button kind="primary" onPress={() => go({ screen: 'import-services' })}>
        {text('service-import.title')}
      </Button>
    </>
  );
}
