import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { showHintsAgain } from '../../store/hints.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The way to see the hints again. */
export function HintsCard() {
  return (
    <Card title={text('hint.settings')}>
      <div className="card-body stack">
        <p className="muted">{text('hint.settings-text')}</p>
        <div>
          <Button
            onPress={() => {
              showHintsAgain();
              toast(text('hint.again-done'));
            }}
          >
            {text('hint.again')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
