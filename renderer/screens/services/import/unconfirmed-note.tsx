import { useState } from 'react';
import { Button } from '../../../components/buttons.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { dropUnconfirmedList, unconfirmedList } from '../../../store/unconfirmed-list.ts';
import { clockTime, dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { romeDay } from '../../../../core/kernel/day.ts';

/** Says that a list was chosen before and never confirmed: the program or the person left meanwhile. */
export function UnconfirmedNote() {
  const [list, setList] = useState(unconfirmedList);
  if (list === null) return null;
  return (
    <Banner
      tone="soon"
      action={
        <Button
          onPress={() => {
            dropUnconfirmedList();
            setList(null);
          }}
        >
          {text('service-import.understood')}
        </Button>
      }
    >
      {text('service-import.unconfirmed', {
        name: list.name,
        day: dayText(romeDay(list.at)),
        time: clockTime(list.at),
      })}
    </Banner>
  );
}
