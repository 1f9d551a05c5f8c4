import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { SharedMember } from '../../../core/shared/members.ts';
import type { SharedRole } from '../../../core/desk/rows/shared-rows.ts';
import { Button } from '../../components/buttons.tsx';
import { Select, TextField } from '../../components/controls.tsx';
import { copyElement } from '../../components/copy.ts';
import { Modal } from '../../components/modal.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { askMembers, useMembers } from '../../store/members.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { roleChoices } from './members.tsx';

/** Invites a person, or the same person once more if `member` is given. Then shows the link. */
export function InviteDialog({
  member,
  onClose,
}: {
  readonly member: SharedMember | null;
  readonly onClose: () => void;
}) {
  const refusal = useMembers((known) => known.refusal);
  const [name, setName] = useState(member?.name ?? '');
  const [role, setRole] = useState<SharedRole>(member?.role ?? 'prepare');
  const [links, setLinks] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);

  async function invite(): Promise<void> {
    setBusy(true);
    const account = member?.account ?? null;
    setLinks(await askMembers({ kind: 'invite', account, name: name.trim(), role }));
    setBusy(false);
  }

  if (links !== null)
    return (
      <Modal large title={text('members.link', { name: name.trim() })} onClose={onClose}>
        <Links links={links} onClose={onClose} />
      </Modal>
    );
  return (
    <Modal
      title={
        member === null ? text('members.invite-title') : text('members.again-title', { name: member.name })
      }
      onClose={onClose}
    >
      {member !== null && <p className="muted">{text('members.again-text')}</p>}
      {refusal !== null && <p role="alert">{text(`members.refusal-${refusal}`)}</p>}
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && name.trim() !== '') void invite();
        }}
      >
        {member === null && (
          <TextField label={text('members.name')} value={name} onChange={setName} maxLength={200} autoFocus />
        )}
        <Select label={text('members.role')} value={role} choices={roleChoices()} onChange={setRole} />
        <div className="dialog-actions">
          <Button onPress={onClose}>{text('shell.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={busy || name.trim() === ''}>
            {text('members.make')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

/** The link as text and as a picture. A computer in several networks has one for each of its addresses. */
function Links({ links, onClose }: { readonly links: readonly string[]; readonly onClose: () => void }) {
  const [chosen, setChosen] = useState(0);
  const shown = useRef<HTMLElement>(null);
  const link = links[chosen] ?? '';

  function copy(): void {
    if (shown.current === null) return;
    toast(text(copyElement(shown.current) ? 'members.copied' : 'members.not-copied'));
  }

  return (
    <>
      <p className="muted">{text('members.link-text')}</p>
      {links.length > 1 && (
        <Select
          label={text('members.address')}
          value={String(chosen)}
          choices={links.map((one, at) => ({ id: String(at), label: new URL(one).host }))}
          onChange={(at) => setChosen(Number(at))}
        />
      )}
      <div className="row invitation">
        <code ref={shown} className="invitation-link">
          {link}
        </code>
        <QrCode value={link} label={text('members.qr')} size={176} />
      </div>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
        <Button kind="primary" onPress={copy} autoFocus>
          {text('members.copy')}
        </Button>
      </div>
    </>
  );
}
