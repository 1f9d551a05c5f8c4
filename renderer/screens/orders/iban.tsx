import { Fragment, useRef } from 'react';
import { checkIban, ibanGroups } from '../../../core/kernel/iban.ts';
import { Button } from '../../components/controls.tsx';
import { copyElement } from '../../components/copy.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/**
 * An IBAN to pay to, in groups of four; only the look has spaces, what is copied has none. One that fails its
 * checks is crossed
 * out, says why, and cannot be copied: money sent there comes back late, or not at all.
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
          // A line may end between two groups, and what is copied has nothing there.
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

/** Two groups may be the same: their place tells them apart. */
const placed = (groups: readonly string[]) => groups.map((group, place) => ({ place, group }));
