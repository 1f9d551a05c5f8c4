// The one thing of a page that the texts touch: a test of texts needs no page. Import it first.
import { vi } from 'vitest';

vi.stubGlobal('document', { documentElement: { lang: 'it' } });
