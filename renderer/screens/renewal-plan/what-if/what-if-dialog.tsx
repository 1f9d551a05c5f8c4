import { useMemo, useState } from 'react';
import type { RenewalChoices, SavedScenario } from '../../../../core/desk/rows/renewal-choices.ts';
import { moneyByClient } from '../../../../core/desk/plan/renewal-money.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { Modal } from '../../../components/modal.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { ask } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import { AssumptionsForm } from './assumptions-form.tsx';
import { ClientMoneyTable } from './client-money.tsx';
import { useCommonDay } from '../timeline/common-date.ts';
import { ScenarioTable, type Column } from './scenario-table.tsx';
import { useRenewalChoices } from '../use-renewal-plan.ts';
import { useScenarioFigures } from './use-scenario-figures.ts';

/** Assumptions can be tried, saved by name and compared here. The plan on the screen does not change. */
export function WhatIfDialog({ onClose }: { readonly onClose: () => void }) {
  const state = useDesk((desk) => desk.state);
  const current = useRenewalChoices();
  const common = useCommonDay(state.today);
  const [draft, setDraft] = useState<RenewalChoices>(current);
  const [taken, setTaken] = useState(0);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const saved = useMemo(
    () => [...state.workspace.scenarios.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    [state],
  );
  // All scenarios use the period of the screen. Totals of different periods could not be compared.
  const { horizonMonths } = current;
  const overPeriod = (choices: RenewalChoices): RenewalChoices => ({ ...choices, horizonMonths });
  const figures = useScenarioFigures(
    state,
    [current, ...saved.map(({ choices }) => overPeriod(choices))],
    overPeriod(draft),
  );
  const base = figures.of(current);
  const tried = figures.typed;
  const clients = useMemo(() => (tried == null ? [] : moneyByClient(state, tried.plan)), [state, tried]);

  async function save(): Promise<void> {
    const wanted = name.trim();
    const { method, noticeMonths, horizonMonths, forced, forbidden, increaseBasisPoints, seats, extendTo } =
      draft;
    const choices = {
      method,
      noticeMonths,
      horizonMonths,
      forced,
      forbidden,
      increaseBasisPoints,
      seats,
      extendTo,
    };
    const refused = await ask(
      { type: 'scenario/save', name: wanted, choices },
      { text: text('forecast.saved', { name: wanted }), undo: true },
    );
    setProblem(refused);
    if (refused === null) setName('');
  }

  function remove({ id, name: gone }: SavedScenario): void {
    void ask(
      { type: 'scenario/remove', id },
      { text: text('forecast.removed', { name: gone }), undo: true },
    ).then(setProblem);
  }

  function take({ choices }: SavedScenario): void {
    setDraft(choices);
    setTaken((times) => times + 1);
  }

  if (base === null || tried === null) {
    return (
      <Modal title={text('forecast.title')} onClose={onClose}>
        <p>{text('forecast.no-prices')}</p>
      </Modal>
    );
  }
  const columns: readonly Column[] = [
    { id: 'current', name: text('forecast.current'), figures: base },
    { id: 'draft', name: text('forecast.draft'), figures: tried },
    ...saved.map((scenario): Column => ({
      id: `saved ${scenario.id}`,
      name: scenario.name,
      figures: figures.of(overPeriod(scenario.choices)) ?? undefined,
      take: () => take(scenario),
      remove: () => remove(scenario),
    })),
  ];
  return (
    <Modal title={text('forecast.title')} onClose={onClose} large>
      <p className="muted">{text('forecast.lead', { years: horizonMonths / 12 })}</p>
      <AssumptionsForm
        key={taken}
        choices={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        common={common}
        today={state.today}
      />
      <ScenarioTable columns={columns} busy={figures.busy} />
      <form
        className="row row-wrap row-end"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      >
        <TextField label={text('forecast.name')} value={name} onChange={setName} maxLength={60} />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {text('forecast.save')}
        </Button>
      </form>
      {problem !== null && <Banner tone="late">{problem}</Banner>}
      <ClientMoneyTable clients={clients} years={[...(tried?.byYear.keys() ?? [])]} />
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
      </div>
    </Modal>
  );
}
