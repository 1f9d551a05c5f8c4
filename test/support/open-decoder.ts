import type { OpenDecoder } from '../../core/formats/spreadsheet/text-encoding.ts';

/** Node's decoder. The screen passes Chromium's instead. */
export const openDecoder: OpenDecoder = (encoding, options) => new TextDecoder(encoding, options);
