import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';

const collator = new Intl.Collator('it');

/** "Chi sei?": the name of the person behind the system user, for the history (rule J6). */
export function OperatorDialog({ onClose }: { readonly onClose: () => void }) {
  const operators = useDesk((desk) => desk.state.workspace.operators);
  const user = useDesk((desk) => desk.user);
  const [name, setName] = useState(operators.get(user)?.name ?? '');
  const others = [
    ...new Set([...operators.values()].filter(({ id }) => id !== user).map((known) => known.name)),
  ].sort((a, b) => collator.compare(a, b));

  async function confirm(chosen: string): Promise<void> {
    const done = await submit(
      { type: 'operator/name', name: chosen.trim() },
      { text: text('operator.done', { name: chosen.trim() }) },
    );
    if (done) onClose();
  }

  return (
    <Modal title={text('operator.title')} onClose={onClose}>
      <p className="muted">{text('operator.text', { user })}</p>
      {others.length > 0 && (
        <div className="row row-wrap">
          {others.map((other) => (
            <Button key={other} onPress={() => void confirm(other)}>
              {text('operator.am', { name: other })}
            </Button>
          ))}
        </div>
      )}
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void confirm(name);
        }}
      >
        <TextField
          label={text('operator.name')}
          value={name}
          onChange={setName}
          maxLength={100}
          autoComplete="name"
          autoFocus
        />
        <div className="dialog-actions">
          <Button onPress={onClose}>{text('operator.later')}</Button>
          <Button kind="primary" type="submit" isDisabled={name.trim() === ''}>
            {text('operator.confirm')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
