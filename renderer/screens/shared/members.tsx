import { useEffect } from 'react';
import type { SharedMember } from '../../../core/shared/members.ts';
import { sharedRoles, type SharedRole } from '../../../core/desk/rows/shared-rows.ts';
import { Button } from '../../components/buttons.tsx';
import { Select, type Choice } from '../../components/controls.tsx';
import { askMembers, useMembers } from '../../store/members.ts';
import { openDialog } from '../../store/ui-store.ts';
import { momentText } from '../../text/moment.ts';
import { text } from '../../text/text.ts';
import { ApprovalLimit } from './approval-limit.tsx';
import { useSharedStudio } from './shared-badge.tsx';

/** The roles, each with what it may do. */
export const roleChoices = (): readonly Choice<SharedRole>[] =>
  sharedRoles.map((id) => ({
    id,
    label: text(`members.role-${id}`),
    note: text(`members.note-${id}`),
  }));

/** Who works with the studio, for whoever administers it. */
export function Members() {
  const members = useMembers((known) => known.members);
  const refusal = useMembers((known) => known.refusal);
  useEffect(() => void askMembers({ kind: 'list' }), []);
  return (
    <>
      {refusal !== null && <p role="alert">{text(`members.refusal-${refusal}`)}</p>}
      {members !== null && (
        <ul className="stack plain-list" aria-label={text('members.list')}>
          {members.map((member) => (
            <Member key={member.account} member={member} />
          ))}
        </ul>
      )}
      <div>
        <Button onPress={() => openDialog({ kind: 'invite', member: null })}>{text('members.invite')}</Button>
      </div>
      <ApprovalLimit />
    </>
  );
}

function Member({ member }: { readonly member: SharedMember }) {
  const own = useSharedStudio();
  const { account, name, role, ended, invited, desks } = member;
  return (
    <li className="member">
      <div className="row spread">
        <span>
          <strong>{name}</strong>
          {own?.account === account && <small className="muted"> ({text('members.you')})</small>}
          {ended && <small className="muted"> {text('members.ended')}</small>}
          {!ended && invited && <small className="muted"> {text('members.waits')}</small>}
        </span>
        <span className="row">
          {ended ? (
            <Button
              aria-label={text('members.back-name', { name })}
              onPress={() => openDialog({ kind: 'invite', member })}
            >
              {text('members.back')}
            </Button>
          ) : (
            <Select
              inline
              label={text('members.role-of', { name })}
              value={role}
              choices={roleChoices()}
              onChange={(chosen) => void askMembers({ kind: 'role', account, role: chosen })}
            />
          )}
        </span>
      </div>
      {!ended && (
        <div className="row row-wrap">
          {desks.every(({ revoked }) => revoked) && (
            <small className="muted">{text('members.no-desk')}</small>
          )}
          {desks
            .filter(({ revoked }) => !revoked)
            .map((desk) => (
              <Desk key={desk.id} name={name} desk={desk} own={desk.id === own?.client} />
            ))}
          <Button
            aria-label={text('members.more-name', { name })}
            onPress={() => openDialog({ kind: 'invite', member })}
          >
            {text('members.more')}
          </Button>
          {own?.account !== account && (
            <Button
              aria-label={text('members.end-name', { name })}
              onPress={() => openDialog({ kind: 'end-access', member })}
            >
              {text('members.end')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** One computer of a member. A lost one is taken away alone. */
function Desk({
  name,
  desk: { id, computer, heard, silent },
  own,
}: {
  readonly name: string;
  readonly desk: SharedMember['desks'][number];
  readonly own: boolean;
}) {
  const shown = computer === '' ? text('members.computer') : computer;
  const seen =
    heard === null
      ? text(silent ? 'members.desk-not-heard' : 'members.desk-never', { computer: shown })
      : text('members.desk', { computer: shown, when: momentText(heard) });
  return (
    <span className="row member-desk">
      <small className="muted">{silent ? `${seen}${text('members.desk-silent')}` : seen}</small>
      {!own && (
        <Button
          aria-label={text('members.revoke-name', { computer: shown, name })}
          onPress={() => void askMembers({ kind: 'revoke', desk: id })}
        >
          {text('members.revoke')}
        </Button>
      )}
    </span>
  );
}
