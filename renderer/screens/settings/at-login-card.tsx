import { useEffect, useState } from 'react';
import { bridge } from '../../bridge.ts';
import { Switch } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** Whether Allinea opens with the computer. A copy that is not installed cannot, and shows nothing. */
export function AtLoginCard() {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    void bridge.call('program/at-login', { wanted: null }).then((answer) => setOn(answer.on));
  }, []);

  async function choose(wanted: boolean): Promise<void> {
    const answer = await bridge.call('program/at-login', { wanted });
    setOn(answer.on);
    if (answer.on !== wanted) toast(text('at-login.refused'), { tone: 'late' });
  }

  if (on === null) return null;
  return (
    <Card title={text('at-login.title')}>
      <div className="card-body stack">
        <Switch on={on} onChange={(wanted) => void choose(wanted)}>
          {text('at-login.on')}
        </Switch>
        <p className="faint">{text('at-login.text')}</p>
      </div>
    </Card>
  );
}
