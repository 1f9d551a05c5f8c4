import { text } from '../text/text.ts';
import { Button } from './buttons.tsx';

/** The last line of a form in a dialog: give up, or save. */
export function FormActions({
  onClose,
  isDisabled = false,
}: {
  readonly onClose: () => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <div className="dialog-actions">
      <Button onPress={onClose}>{text('shell.cancel')}</Button>
      <Button kind="primary" type="submit" isDisabled={isDisabled}>
        {text('shell.save')}
      </Button>
    </div>
  );
}
