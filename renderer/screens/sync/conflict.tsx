import { useState } from 'react';
import { cartLines, wholeCart } from '../../../core/desk/cart/cart-lines.ts';
import type { CartChoices, CartStanding } from '../../../core/desk/cart/cart-standing.ts';
import { Button } from '../../components/buttons.tsx';
import { Radios } from '../../components/radios.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { contentHolder, lineName, lineValue } from './content-words.ts';

type Side = CartChoices[string];

/**
 * A cart that was changed both here and elsewhere. It shows both values of each line, and
 * the person chooses one.
 */
export function Conflict({ conflict }: { readonly conflict: CartStanding }) {
  const state = useDesk((desk) => desk.state);
  const { cartId, mine, theirs, conflicts } = conflict;
  // When the vendor has a newer version, the choices made for the older one no longer apply.
  const key = `${theirs.version} ${JSON.stringify(mine)}`;
  const [made, setMade] = useState<{ readonly key: string; readonly choices: CartChoices }>({
    key,
    choices: {},
  });
  const choices = made.key === key ? made.choices : {};
  const open = conflicts.filter((line) => choices[line] === undefined).length;
  const choose = (line: string, side: Side): void => setMade({ key, choices: { ...choices, [line]: side } });
  const all = (side: Side): void =>
    setMade({ key, choices: Object.fromEntries(conflicts.map((line) => [line, side])) });
  const [here, there] = [cartLines(mine), cartLines(theirs.content)];

  const nameOf = (line: string): string => lineName(line, state, mine ?? theirs.content);

  const side = (line: string, which: Side): string => {
    const lines = which === 'mine' ? here : there;
    if (line === wholeCart)
      return text(
        lines === null ? 'conflict.gone' : which === 'mine' ? 'conflict.keep-mine' : 'conflict.keep-theirs',
      );
    return lineValue(lines?.[line] ?? null, line);
  };

  return (
    <Card
      title={text('conflict.title', { holder: contentHolder(state, mine ?? theirs.content) })}
      aside={text('conflict.open', { count: open })}
    >
      <div className="card-body stack">
        <p>{text('conflict.text')}</p>
        <table className="table" aria-label={text('conflict.table')}>
          <thead>
            <tr>
              <th>{text('conflict.line')}</th>
              <th>{text('conflict.choice')}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((line) => (
              <tr key={line}>
                <td className="strong">{nameOf(line)}</td>
                <td>
                  <Radios
                    sides
                    label={nameOf(line)}
                    value={choices[line] ?? null}
                    choices={(['mine', 'theirs'] as const).map((which) => ({
                      id: which,
                      label: (
                        <span>
                          <span className="faint">{text(`conflict.${which}`)}</span>{' '}
                          <strong>{side(line, which)}</strong>
                        </span>
                      ),
                    }))}
                    onChange={(which) => choose(line, which)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="row end">
          <Button onPress={() => all('mine')}>{text('conflict.all-mine')}</Button>
          <Button onPress={() => all('theirs')}>{text('conflict.all-theirs')}</Button>
          <Button
            kind="primary"
            isDisabled={open > 0}
            onPress={() =>
              void submit(
                { type: 'cart/resolve', cartId, version: theirs.version, choices },
                { text: text('conflict.done'), undo: true },
              )
            }
          >
            {text('conflict.apply')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
