import { Button } from '../../../components/buttons.tsx';
import { Modal } from '../../../components/modal.tsx';
import { PdfButton } from '../../../components/pdf-button.tsx';
import { useDesk } from '../../../store/desk.ts';
import type { TableForm } from '../../../store/save-table.ts';
import { text } from '../../../text/text.ts';
import { savePeople } from './save-people.ts';

/** Exports the staff list. The format is chosen here, the place in the system's own dialog. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { people } = useDesk((desk) => desk.state).workspace;
  async function save(form: TableForm): Promise<void> {
    if (await savePeople(people.values(), form)) onClose();
  }
  return (
    <Modal title={text('export.title')} onClose={onClose}>
      <p>{text('export.text', { count: people.size })}</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button onPress={() => void save('csv')}>{text('export.csv')}</Button>
        <PdfButton save={() => save('pdf')} />
        <Button kind="primary" autoFocus onPress={() => void save('xlsx')}>
          {text('export.xlsx')}
        </Button>
      </div>
    </Modal>
  );
}
