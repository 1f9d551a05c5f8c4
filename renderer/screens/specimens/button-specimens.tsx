import { Button } from '../../components/buttons.tsx';
import { GroupButton } from '../../components/group-button.tsx';
import { Card } from '../../components/surfaces.tsx';
import { text } from '../../text/text.ts';

const kinds = ['plain', 'primary', 'danger', 'quiet'] as const;

/** Buttons, links, chips, heads of groups. */
export function ButtonSpecimens() {
  return (
    <Card title={text('specimen.buttons')}>
      <div className="card-body stack">
        <div className="row row-wrap">
          {kinds.map((kind) => (
            <Button key={kind} kind={kind}>
              {text(`specimen.${kind}`)}
            </Button>
          ))}
          <button type="button" className="link">
            {text('specimen.link')}
          </button>
        </div>
        <div className="row row-wrap">
          {kinds.map((kind) => (
            <Button key={kind} kind={kind} isDisabled>
              {text('specimen.off', { what: text(`specimen.${kind}`) })}
            </Button>
          ))}
        </div>
        <Button wide>{text('specimen.wide')}</Button>
        <div className="chips" role="group" aria-label={text('specimen.choices')}>
          {([true, false] as const).map((on) => (
            <button key={String(on)} type="button" className="chip" aria-pressed={on}>
              {text(on ? 'specimen.chosen' : 'specimen.not-chosen')}
            </button>
          ))}
        </div>
        <div className="stack stack-small">
          <GroupButton label={text('specimen.open')} open />
          <GroupButton label={text('specimen.folded')} open={false} />
        </div>
      </div>
    </Card>
  );
}
