import { Activity, createElement, memo, startTransition, useEffect, useState, type ReactNode } from 'react';
import { Screen } from './screen.tsx';
import { whenCalm } from './shell/calm.ts';
import { loadWhenIdle } from './shell/late-part.ts';
import type { Route } from './store/ui-store.ts';
import type { Language } from './text/text.ts';

/** Screens that take long to make. None has parameters: two of a kind would be two lists of thousands. */
const staying = ['status', 'people', 'services', 'renewals', 'history', 'rules', 'settings'] as const;
type Staying = (typeof staying)[number];

/** The staying screen that the route shows, if any. The history of one person does not stay. */
function stayingOf(route: Route): Staying | undefined {
  if (route.screen === 'history' && route.personId !== undefined) return undefined;
  return staying.find((one) => one === route.screen);
}

/**
 * React hides the outermost element of an `Activity` by `display: none`, and its layout is lost. This one has
 * no style that could be set: it is hidden by its parent (style/staying.css), which keeps the layout. So a
 * screen that is opened again is painted, not laid out anew. Tried and left out: `content-visibility:
 * hidden`. Chromium 156 left a screen hidden that was to be shown: the window was empty.
 */
class KeptLayout extends HTMLElement {
  override get style(): CSSStyleDeclaration {
    return this.#none;
  }
  readonly #none = Object.create(null) as CSSStyleDeclaration;
}
customElements.define('kept-layout', KeptLayout);

/**
 * The screen of the route. Those of `staying` are made while the person pauses, or when they are first
 * opened. From then on they stay in the page, hidden: opened again they stand at once, as they were left. A
 * hidden one follows no store and listens to nothing, because React takes its effects away. When it is shown
 * again, it has the newest rows.
 */
export function StayingScreens({ route, language }: { readonly route: Route; readonly language: Language }) {
  const [made, setMade] = useState<readonly Staying[]>([]);
  const shown = stayingOf(route);
  if (shown !== undefined && !made.includes(shown)) setMade([...made, shown]);

  useEffect(
    () =>
      whenCalm(async (calm) => {
        await loadWhenIdle();
        for (const next of staying) {
          // oxlint-disable-next-line no-await-in-loop -- One at a time: the window stays free between them.
          if (!(await calm())) return;
          startTransition(() => setMade((now) => (now.includes(next) ? now : [...now, next])));
        }
      }),
    [],
  );
  return (
    <>
      {made.map((one) => (
        <Place key={one} shown={one === shown}>
          <StayingScreen screen={one} language={language} />
        </Place>
      ))}
      {shown === undefined && <Screen key={JSON.stringify(route)} route={route} />}
    </>
  );
}

/**
 * Shows a screen or keeps it hidden. The effects of a new screen run once even if nobody sees it yet. Its
 * first opening is then as quick as the next ones. A hidden one is inert already: a dialog makes the window
 * inert, and the browser would otherwise style thousands of hidden elements anew.
 */
function Place({ shown, children }: { readonly shown: boolean; readonly children: ReactNode }) {
  const [tried, setTried] = useState(false);
  // The effects of the screen have run before this one.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setTried(true), []);
  return (
    <div className="staying" {...(!shown && { 'data-resting': true, inert: true })}>
      <Activity mode={shown || !tried ? 'visible' : 'hidden'}>
        {createElement('kept-layout', null, children)}
      </Activity>
    </div>
  );
}

/** Made anew only in another language. */
const StayingScreen = memo(function StayingScreen({
  screen,
}: {
  readonly screen: Staying;
  readonly language: Language;
}) {
  return <Screen route={{ screen }} />;
});
