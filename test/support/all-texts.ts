// Tests of single functions say the sentences of every screen.
import { loadLateTexts } from '../../renderer/text/text.ts';

await loadLateTexts();
