// After each test of a screen: nothing is shown, and the language is Italian.
// First: the renderer takes the bridge when it is loaded.
import './fake-desk.ts';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { useUi } from '../../renderer/store/ui-store.ts';
import { setLanguage } from '../../renderer/text/text.ts';

afterEach(() => {
  cleanup();
  useUi.setState({ toasts: [], dialog: null, personShown: null, peopleService: null });
  setLanguage('it');
});
