import { useMemo, useState } from 'react';
import type { Fact } from '../../../../core/register/fact.ts';
import { Button } from '../../../components/buttons.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { go, type UnconfirmedList } from '../../../store/ui-store.ts';
import { dropUnconfirmedList, unconfirmedList } from '../../../store/unconfirmed-list.ts';
import { clockTime, dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { romeDay } from '../../../../core/kernel/day.ts';

/**
 * Whether facts of this list were recorded since it was chosen: the program may have ended after that, and
 * before it took its note of the list away.
 */
const wasRecorded = ({ name, at }: UnconfirmedList, facts: Iterable<Fact>): boolean =>
  [...facts].some(
    (fact) =>
      fact.at >= at &&
      (fact.source.kind === 'paste' || (fact.source.kind === 'sheet' && fact.source.file === name)),
  );

/** Says that a list was chosen before and never confirmed: the program or the person left meanwhile. */
export function UnconfirmedNote() {
  const [list, setList] = useState(unconfirmedList);
  const facts = useDesk((desk) => desk.state.workspace.facts);
  const recorded = useMemo(() => list !== null && wasRecorded(list, facts.values()), [list, facts]);
  if (list === null) return null;
  return (
    <Banner
      tone={recorded ? 'accent' : 'soon'}
      action={
        <Button
          onPress={() => {
            dropUnconfirmedList();
            setList(null);
            if (recorded) go({ screen: 'services' });
          }}
        >
          {text(recorded ? 'service-import.to-services' : 'service-import.understood')}
        </Button>
      }
    >
      {text(recorded ? 'service-import.was-recorded' : 'service-import.unconfirmed', {
        name: list.name,
        day: dayText(romeDay(list.at)),
        time: clockTime(list.at),
      })}
    </Banner>
  );
}
