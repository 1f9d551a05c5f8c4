// The texts need only this part of a page, so a test of texts needs no page. Import it first.
import { vi } from 'vitest';

vi.stubGlobal('document', { documentElement: { lang: 'it' } });
