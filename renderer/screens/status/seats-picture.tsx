import { useMemo } from 'react';
import type { SeatBoard } from '../../../core/seats/plan-seats.ts';
import { isRunningPhase } from '../../../core/services/lifecycle.ts';
import { Button } from '../../components/buttons.tsx';
import { PictureCard } from '../../components/picture-card.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { go } from '../../store/ui-store.ts';
import { countText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { openCart } from '../cart/open-cart.ts';
import type { ServiceRow } from '../services/service-rows.ts';

/** More services would push everything else off the screen. All of them are in the list of services. */
const shown = 12;
/** More marks cannot be counted at a glance: they become one bar. */
const mostMarks = 24;

interface Parts {
  readonly used: number;
  readonly leaving: number;
  readonly free: number;
  readonly waiting: number;
}

const kinds = ['used', 'leaving', 'free', 'waiting'] as const;

/** The seats of a service in four parts. */
function partsOf({ held, free, leavers, waiting, bought }: SeatBoard): Parts {
  const leaving = leavers.length;
  return {
    used: Math.max(0, Math.min(held, bought) - leaving),
    leaving,
    free,
    waiting: waiting.length,
  };
}

const words = ({ used, leaving, free, waiting }: Parts): string =>
  text('home.seats-words', { used, leaving, free, waiting });

/** Services where somebody waits or leaves first, then those with free seats, then the others. */
const urgencyOf = ({ board }: ServiceRow): number =>
  board.waiting.length > 0 ? 0 : board.leavers.length > 0 ? 1 : board.free > 0 ? 2 : 3;

/** Who uses the seats of each service, as marks that can be counted, with the button that adds users. */
export function SeatsPicture({ rows }: { readonly rows: readonly ServiceRow[] }) {
  const roving = useRoving();
  const { all, sorted, bought, total } = useMemo(() => {
    const living = rows.filter(({ phase }) => phase !== 'deleted');
    const parts = living.map((row) => ({ row, parts: partsOf(row.board) }));
    return {
      all: parts,
      bought: living.reduce((sum, { board }) => sum + board.bought, 0),
      sorted: living.toSorted((a, b) => urgencyOf(a) - urgencyOf(b)),
      total: (kind: keyof Parts): number => parts.reduce((sum, one) => sum + one.parts[kind], 0),
    };
  }, [rows]);
  return (
    <PictureCard
      title={text('home.seats')}
      table={() => ({
        columns: [text('col.holder'), ...kinds.map((kind) => text(`home.seats-${kind}`))],
        rows: all.map(({ row: { service }, parts }) => ({
          id: service.id,
          cells: [service.holder, ...kinds.map((kind) => String(parts[kind]))],
        })),
      })}
    >
      <ul className="list seats" {...roving} aria-label={text('home.seats')}>
        {sorted.slice(0, shown).map((row) => (
          <ServiceSeats key={row.service.id} row={row} />
        ))}
      </ul>
      <p className="card-body legend">
        <span>{text('status.lead', { count: all.length, users: bought })}</span>
        {kinds.map((kind) => (
          <span key={kind}>
            <i className="seat-mark" data-kind={kind} aria-hidden="true" />{' '}
            {text('home.seats-total', { part: text(`home.seats-${kind}`), count: countText(total(kind)) })}
          </span>
        ))}
        {all.length > shown && (
          <button type="button" className="link" onClick={() => go({ screen: 'services' })}>
            {text('status.see-all', { count: all.length })}
          </button>
        )}
      </p>
    </PictureCard>
  );
}

function ServiceSeats({ row: { service, board, phase } }: { readonly row: ServiceRow }) {
  const parts = partsOf(board);
  return (
    <li data-row>
      <div className="grow">
        <div className="row spread">
          <button
            type="button"
            className="link plain"
            onClick={() => go({ screen: 'service', serviceId: service.id })}
          >
            {service.holder}
          </button>
          <span className="muted">{words(parts)}</span>
        </div>
        <Marks parts={parts} />
      </div>
      {isRunningPhase(phase) && (
        <Button
          kind="quiet"
          aria-label={`${text('service.add')}: ${service.holder}`}
          onPress={() => void openCart(service.id)}
        >
          {text('service.add')}
        </Button>
      )}
    </li>
  );
}

/** One mark for each seat. The words beside them say the same. */
function Marks({ parts }: { readonly parts: Parts }) {
  const all = kinds.flatMap((kind) =>
    Array.from({ length: Math.min(parts[kind], mostMarks) }, (_, place) => ({
      kind,
      id: `${kind} ${place}`,
    })),
  );
  const whole = kinds.reduce((sum, kind) => sum + parts[kind], 0);
  if (whole > mostMarks)
    return (
      <span className="seat-marks" aria-hidden="true" title={countText(whole)}>
        {kinds.map((kind) => (
          <i key={kind} className="seat-mark" data-kind={kind} style={{ flexGrow: parts[kind], width: 0 }} />
        ))}
      </span>
    );
  return (
    <span className="seat-marks" aria-hidden="true">
      {all.map(({ kind, id }) => (
        <i key={id} className="seat-mark" data-kind={kind} />
      ))}
    </span>
  );
}
