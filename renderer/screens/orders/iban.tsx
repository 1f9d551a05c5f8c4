import { Fragment, useRef } from 'react';
import { checkIban, ibanGroups } from '../../../core/kernel/iban.ts';
import { Button } from '../../components/buttons.tsx';
import { copyElement } from '../../components/copy.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/**
 * An IBAN to pay to, shown in groups of four. The copied text has no spaces.
 * An IBAN that fails its checks is crossed out with the reason and cannot be copied: money sent to a wrong
 * IBAN comes back late, or never.
 */
export function Iban({ iban }: { readonly iban: string }) {
  const element = useRef<HTMLElement>(null);
  const checked = checkIban(iban);
  const copy = (): void => {
    if (element.current !== null)
      toast(text(copyElement(element.current) ? 'iban.copied' : 'iban.not-copied'));
  };
  return (
    <div className="stack stack-small">
      <span className="mono iban" ref={element} data-suspect={checked.ok ? undefined : true}>
        {placed(ibanGroups(checked.ok ? checked.value : iban)).map(({ place, group }) => (
          // `wbr` allows a line break between two groups and adds nothing to the copied text.
          <Fragment key={place}>
            {place > 0 && <wbr />}
            <span>{group}</span>
          </Fragment>
        ))}
      </span>
      {checked.ok ? (
        <div className="row">
          <Button onPress={copy}>{text('iban.copy')}</Button>
        </div>
      ) : (
        <p className="field-error" role="alert">
          {text('iban.suspect', { problem: checked.error.problem })}
        </p>
      )}
    </div>
  );
}

/** Two groups can be equal, so the key of a group is its place. */
const placed = (groups: readonly string[]) => groups.map((group, place) => ({ place, group }));
