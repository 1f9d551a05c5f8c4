import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { saveDiagnostics } from '../../store/backups.ts';
import { text } from '../../text/text.ts';

/** What support needs to know, without personal data. */
export const DiagnosticsCard = () => (
  <Card title={text('diagnostics.title')}>
    <div className="card-body stack">
      <p>{text('diagnostics.text')}</p>
      <div>
        <Button onPress={() => void saveDiagnostics()}>{text('diagnostics.save')}</Button>
      </div>
    </div>
  </Card>
);
