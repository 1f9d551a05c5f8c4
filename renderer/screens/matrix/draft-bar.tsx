import {
  permissionTemplateNames,
  permissionTemplates,
  templateOf,
  type PermissionTemplate,
} from '../../../core/services/permission.ts';
import { Button, Select } from '../../components/controls.tsx';
import { clearDraft, useSeatDraft } from '../../store/seat-draft.ts';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/**
 * Counts the marked cells that are not applied yet, and offers to apply them. It always takes its space, so
 * that the grid does not jump.
 */
export function DraftBar() {
  const { cells, permissions } = useSeatDraft();
  const give = [...cells.values()].filter(({ seat }) => seat).length;
  const free = cells.size - give;
  return (
    <div className="card-head">
      <span className={cells.size === 0 ? 'muted' : 'strong'} role="status">
        {cells.size === 0 ? text('matrix.how') : text('matrix.drafted', { give, free })}
      </span>
      <div className="row">
        <Select
          inline
          label={text('matrix.new-permissions')}
          value={templateOf(permissions) ?? 'viewer'}
          choices={permissionTemplateNames.map((id) => ({ id, label: text(`panel.template.${id}`) }))}
          onChange={(name: PermissionTemplate) =>
            useSeatDraft.setState({ permissions: permissionTemplates[name] })
          }
        />
        <Button isDisabled={cells.size === 0} onPress={clearDraft}>
          {text('matrix.clear')}
        </Button>
        <Button
          kind="primary"
          isDisabled={cells.size === 0}
          onPress={() => openDialog({ kind: 'seat-plan', from: 'draft' })}
        >
          {text('matrix.plan')}
        </Button>
      </div>
    </div>
  );
}
