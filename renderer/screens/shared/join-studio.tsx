import { Button } from '../../components/buttons.tsx';
import { joinStudio } from '../../store/studios.ts';
import { text } from '../../text/text.ts';
import { JoinForm } from './join-form.tsx';

/** Joins a studio that lies on a server. The studio is opened, and the page loaded anew. */
export function JoinStudio() {
  return (
    <JoinForm
      className="card first-start-card"
      join={joinStudio}
      onJoined={() => undefined}
      lead={
        <>
          <h2>{text('shared-studio.title')}</h2>
          <p className="muted">{text('shared-studio.join-lead')}</p>
        </>
      }
    >
      {(busy) => (
        <div>
          <Button type="submit" isDisabled={busy}>
            {text(busy ? 'shared-studio.joining' : 'shared-studio.join')}
          </Button>
        </div>
      )}
    </JoinForm>
  );
}
