import { useEffect, useState } from 'react';
import type { RenewalChoices } from '../../../../core/desk/rows/renewal-choices.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { scenarioFigures, type ScenarioFigures } from './scenario-figures.ts';

/** Shorter than a person waits, longer than the time between two keys. */
const typingMs = 150;
/** The most results to keep. Most of them are for unfinished input. */
const mostKept = 60;

/** `undefined`: not computed yet. `null`: there are no prices. */
type MaybeFigures = ScenarioFigures | null | undefined;

interface Known {
  readonly state: AppState;
  readonly figures: ReadonlyMap<string, MaybeFigures>;
  /** The last figures for the typed choices. They are shown until the next ones are ready. */
  readonly typed: MaybeFigures;
}

const keyOf = (choices: RenewalChoices): string => JSON.stringify(choices);

/**
 * The figures of the saved choices and of the choices being typed. They are computed one at a time, so that
 * the window still answers: ten years of ten thousand services are a hundred thousand renewals for each.
 */
export function useScenarioFigures(
  state: AppState,
  steady: readonly RenewalChoices[],
  typed: RenewalChoices,
): {
  readonly of: (choices: RenewalChoices) => MaybeFigures;
  readonly typed: MaybeFigures;
  readonly busy: boolean;
} {
  const [known, setKnown] = useState<Known>({ state, figures: new Map(), typed: undefined });
  const figures = known.state === state ? known.figures : new Map<string, MaybeFigures>();
  const typedKey = keyOf(typed);
  const next = [...steady.map(keyOf), typedKey].find((key) => !figures.has(key));

  useEffect(() => {
    if (next === undefined) return undefined;
    const work = (): void => {
      const found = scenarioFigures(state, JSON.parse(next) as RenewalChoices);
      setKnown((before) => ({
        state,
        figures: new Map(before.state === state && before.figures.size < mostKept ? before.figures : []).set(
          next,
          found,
        ),
        typed: next === typedKey ? found : before.typed,
      }));
    };
    const timer = setTimeout(work, next === typedKey && known.typed !== undefined ? typingMs : 0);
    return () => clearTimeout(timer);
  }, [state, next, typedKey, known.typed]);

  return {
    of: (choices) => figures.get(keyOf(choices)),
    typed: figures.get(typedKey) ?? known.typed,
    busy: next !== undefined,
  };
}
