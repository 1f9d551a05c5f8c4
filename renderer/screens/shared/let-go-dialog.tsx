import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { realOrderOf, wishOf } from './refused-words.ts';

/** Asks before what has really happened at Aruba is let go: nobody else here knows of it. */
export function LetGoDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const state = useDesk((desk) => desk.state);
  const row = state.workspace.waiting.get(id);
  if (row === undefined) return null;
  const number = realOrderOf(state, row) ?? '';

  async function letGo(): Promise<void> {
    await bridge.call('shared/let-go', { id });
    onClose();
  }
  return (
    <Modal title={text('shared-studio.let-go-name', { wish: wishOf(row) })} onClose={onClose}>
      <p>
        {number === '' ? text('shared-studio.let-go-real') : text('shared-studio.let-go-order', { number })}
      </p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.cancel')}</Button>
        <Button kind="danger" onPress={() => void letGo()}>
          {text('shared-studio.let-go')}
        </Button>
      </div>
    </Modal>
  );
}
