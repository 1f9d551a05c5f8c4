// After each test of a screen: nothing is shown, and the language is Italian.
// First: the renderer takes the bridge when it is loaded.
import './fake-desk.ts';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { firstShown, useShownLists } from '../../renderer/store/shown-lists.ts';
import { useUi } from '../../renderer/store/ui-store.ts';
import { loadLateTexts, setLanguage } from '../../renderer/text/text.ts';

// The page of the tests has no idle time.
globalThis.requestIdleCallback = () => 0;
globalThis.cancelIdleCallback = () => undefined;

// A test shows a screen without the frame that loads its sentences.
await loadLateTexts();

afterEach(() => {
  cleanup();
  useUi.setState({ toasts: [], dialog: null, personShown: null, peopleService: null });
  useShownLists.setState(firstShown);
  setLanguage('it');
});
