import type { OpenDecoder } from '../../core/formats/spreadsheet/text-encoding.ts';

/** The decoder of Node, as the screen hands in the one of Chromium. */
export const openDecoder: OpenDecoder = (encoding, options) => new TextDecoder(encoding, options);
