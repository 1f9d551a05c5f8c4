import { Button } from '../../components/buttons.tsx';
import { KeyFigure } from '../../components/key-figure.tsx';
import { PictureCard } from '../../components/picture-card.tsx';
import { Badge, Banner, Card, Empty, Meter, type Tone } from '../../components/surfaces.tsx';
import { money } from '../../text/format.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import { text } from '../../text/text.ts';

const tones: readonly Tone[] = ['ok', 'soon', 'late', 'wait', 'accent'];
const price = 490 as Cents;

/** Badges, banners, tables, totals, empty places, key figures, pictures. */
export function SurfaceSpecimens() {
  return (
    <>
      <Card title={text('specimen.words')}>
        <div className="card-body stack">
          <div className="row row-wrap">
            {tones.map((tone) => (
              <Badge key={tone} tone={tone}>
                {text(`specimen.tone-${tone}`)}
              </Badge>
            ))}
          </div>
          {tones.map((tone, index) => (
            <Banner
              key={tone}
              tone={tone}
              title={`${text(`specimen.tone-${tone}`)}.`}
              {...(index % 2 === 0 ? { action: <Button>{text('shell.reload')}</Button> } : {})}
            >
              {text('specimen.banner')}
            </Banner>
          ))}
        </div>
      </Card>
      <Card title={text('specimen.tables')}>
        <Rows name={text('specimen.roomy')} className="table" />
        <Rows name={text('specimen.dense')} className="table dense" />
        <div className="card-body">
          <ul className="totals" aria-label={text('amount.total')}>
            <li>
              <span className="muted">{text('amount.net')}</span>
              <span>{money(price)}</span>
            </li>
            <li className="total">
              <span>{text('amount.total')}</span>
              <span>{money(price)}</span>
            </li>
          </ul>
        </div>
      </Card>
      <Card title={text('specimen.places')}>
        <Empty title={text('specimen.empty-title')} action={<Button>{text('specimen.plain')}</Button>}>
          {text('specimen.empty-text')}
        </Empty>
        <div className="card-body stack">
          <KeyFigure label={text('amount.total')} figure={money(price)}>
            {text('amount.net')}
          </KeyFigure>
          {[0, 4, 8].map((part) => (
            <div key={part} className="row">
              <Meter part={part} whole={8} full={part === 8} />
              <span>{`${part} / 8`}</span>
            </div>
          ))}
        </div>
      </Card>
      <Picture />
    </>
  );
}

const rows = ['plain', 'selected', 'quiet'] as const;

function Rows({ name, className }: { readonly name: string; readonly className: string }) {
  return (
    <table className={className} aria-label={name}>
      <thead>
        <tr>
          <th>{text('col.item')}</th>
          <th className="num">{text('col.amount')}</th>
          <th>
            <span className="visually-hidden">{text('col.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row} data-selected={row === 'selected'} data-quiet={row === 'quiet'}>
            <td className="strong">{text(`specimen.row-${row}`)}</td>
            <td className="num">{money(price)}</td>
            <td className="actions">
              <Button>{text('specimen.plain')}</Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const bars = [1, 2, 3];

function Picture() {
  const name = (bar: number): string => `${text('specimen.bar')} ${bar}`;
  return (
    <PictureCard
      title={text('specimen.picture')}
      table={() => ({
        columns: [text('specimen.bar'), text('col.quantity')],
        rows: bars.map((bar) => ({ id: String(bar), cells: [name(bar), String(bar)] })),
      })}
    >
      <ul className="card-body stack stack-small">
        {bars.map((bar) => (
          <li key={bar} className="row">
            <span>{name(bar)}</span>
            <Meter part={bar} whole={3} />
          </li>
        ))}
      </ul>
    </PictureCard>
  );
}
