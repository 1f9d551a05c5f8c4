import { fields, type Field } from '../../../core/register/fields.ts';
import type { Dispute, Known } from '../../../core/register/fold.ts';
import { isStale } from '../../../core/register/freshness.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import type { Fact } from '../../../core/register/fact.ts';
import { Button } from '../../components/buttons.tsx';
import { Badge, Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { openDialog } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { useRegistered } from './use-registered.ts';
import { fieldText, sourceText, valueText } from './fact-words.ts';

/** Each known value of a service with its source and day; disputes and old values are marked (rule J4). */
export function KnownFacts({ serviceId }: { readonly serviceId: ServiceId }) {
  const today = useDesk((desk) => desk.state.today);
  const { registered, facts } = useRegistered(serviceId);
  const recheck = (): void =>
    void submit(
      { type: 'register/recheck', serviceId, asOf: today },
      { text: text('register.rechecked'), undo: true },
    );
  return (
    <Card
      title={text('register.facts')}
      aside={
        <span className="row">
          <Button onPress={recheck}>{text('register.recheck')}</Button>
          <Button onPress={() => openDialog({ kind: 'service-data', serviceId })}>
            {text('register.change')}
          </Button>
        </span>
      }
    >
      <p className="card-body muted">{text('register.facts-lead')}</p>
      <ul className="list fact-list">
        {fields.map((field) => {
          const known = registered.known[field] as Known | undefined;
          const dispute = registered.disputes.find((one) => one.field === field);
          return known === undefined && dispute === undefined ? null : (
            <FactRow
              key={field}
              field={field}
              known={known}
              dispute={dispute}
              stale={known !== undefined && isStale(known, today)}
              before={facts.filter((fact) => fact.field === field && correctedBy(facts, fact) !== undefined)}
            />
          );
        })}
      </ul>
    </Card>
  );
}

const correctedBy = (facts: readonly Fact[], { id }: Fact): Fact | undefined =>
  facts.find(({ corrects, confirmed }) => confirmed && corrects === id);

function FactRow({
  field,
  known,
  dispute,
  stale,
  before,
}: {
  readonly field: Field;
  readonly known: Known | undefined;
  readonly dispute: Dispute | undefined;
  readonly stale: boolean;
  readonly before: readonly Fact[];
}) {
  const newest = known?.facts[0];
  return (
    <li>
      <span className="fact-name muted">{fieldText(field)}</span>
      <span className="grow">
        {newest !== undefined && (
          <>
            <span className="strong">{valueText(newest)}</span>{' '}
            {stale && <Badge tone="soon">{text('register.to-recheck')}</Badge>}
            <small className="block faint">{sourceText(newest)}</small>
            {newest.reason !== null && (
              <small className="block faint">{text('register.corrected', { reason: newest.reason })}</small>
            )}
          </>
        )}
        {before.map((fact) => (
          <small key={fact.id} className="block faint">
            {text('register.history', { value: valueText(fact), source: sourceText(fact) })}
          </small>
        ))}
        {dispute !== undefined && <Choice dispute={dispute} known={newest !== undefined} />}
      </span>
      {newest !== undefined && (
        <Button
          aria-label={text('register.correct-field', { field: fieldText(field) })}
          onPress={() =>
            openDialog(
              // Modules are ticks of the form: there a change on the same day replaces the mistake.
              field === 'modules'
                ? { kind: 'service-data', serviceId: newest.about }
                : field === 'panelUsers'
                  ? { kind: 'align-panel', serviceId: newest.about }
                  : { kind: 'correct-fact', factId: newest.id },
            )
          }
        >
          {text('register.correct')}
        </Button>
      )}
    </li>
  );
}

/** Two values of one day: the person says which one counts. */
function Choice({ dispute, known }: { readonly dispute: Dispute; readonly known: boolean }) {
  return (
    <span className="block">
      <Badge tone="late">{text('register.to-verify')}</Badge>{' '}
      {text(known ? 'register.dispute' : 'register.dispute-none', { day: dayText(dispute.asOf) })}
      {dispute.facts.map((fact) => (
        <span key={fact.id} className="row row-wrap choice-line">
          <Button
            aria-label={`${text('register.choose', { value: valueText(fact) })}: ${sourceText(fact)}`}
            onPress={() =>
              void submit(
                { type: 'register/settle', factId: fact.id, reason: text('register.chosen') },
                { text: text('register.settled', { value: valueText(fact) }), undo: true },
              )
            }
          >
            {text('register.choose', { value: valueText(fact) })}
          </Button>
          <small className="faint">{sourceText(fact)}</small>
        </span>
      ))}
    </span>
  );
}
