import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { fullName } from '../../../../core/people/person.ts';
import { seatId } from '../../../../core/seats/seat.ts';
import { isUsername } from '../../../../core/seats/username.ts';
import { TextField } from '../../../components/controls.tsx';
import { FormActions } from '../../../components/form-actions.tsx';
import { Modal } from '../../../components/modal.tsx';
import { ask } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';

/** Changes the proposed username. This is possible until the panel knows the user (rule H3). */
export function UsernameDialog({
  serviceId,
  personId,
  onClose,
}: {
  readonly serviceId: ServiceId;
  readonly personId: PersonId;
  readonly onClose: () => void;
}) {
  const person = useDesk((desk) => desk.state.workspace.people.get(personId));
  const seat = useDesk((desk) => desk.state.workspace.seats.get(seatId(serviceId, personId)));
  const [username, setUsername] = useState(seat?.username ?? '');
  const [error, setError] = useState<string | undefined>();

  async function save(): Promise<void> {
    const wanted = username.trim();
    if (!isUsername(wanted)) return setError(text('refusal.bad-username', { username: wanted }));
    const refused = await ask(
      { type: 'seat/username', serviceId, personId, username: wanted },
      { text: text('panel.username-done'), undo: true },
    );
    if (refused === null) onClose();
    else setError(refused);
  }

  return (
    <Modal
      title={text('panel.username-title', { name: person === undefined ? '' : fullName(person) })}
      onClose={onClose}
    >
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          autoFocus
          label={text('person-detail.username')}
          hint={text('panel.username-hint')}
          value={username}
          error={error}
          onChange={(value) => {
            setUsername(value);
            setError(undefined);
          }}
        />
        <FormActions onClose={onClose} />
      </Form>
    </Modal>
  );
}
