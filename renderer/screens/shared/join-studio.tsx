import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button, TextField } from '../../components/controls.tsx';
import { joinStudio } from '../../store/studios.ts';
import { text } from '../../text/text.ts';

/** Joins a studio that lies on a server, by the link of an invitation. */
export function JoinStudio() {
  const [link, setLink] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function join(): Promise<void> {
    setBusy(true);
    setError(await joinStudio(link));
    setBusy(false);
  }

  return (
    <Form
      className="card first-start-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void join();
      }}
    >
      <h2>{text('shared-studio.title')}</h2>
      <p className="muted">{text('shared-studio.join-lead')}</p>
      <TextField
        label={text('shared-studio.link')}
        value={link}
        error={error ?? undefined}
        onChange={(value) => {
          setLink(value);
          setError(null);
        }}
      />
      <div>
        <Button type="submit" isDisabled={busy}>
          {text(busy ? 'shared-studio.joining' : 'shared-studio.join')}
        </Button>
      </div>
    </Form>
  );
}
