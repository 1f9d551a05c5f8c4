/** Why a line has no VAT: the codes of the Italian electronic invoice (FatturaPA, Natura). */
export const natures = [
  'N1',
  'N2.1',
  'N2.2',
  'N3.1',
  'N3.2',
  'N3.3',
  'N3.4',
  'N3.5',
  'N3.6',
  'N4',
  'N5',
  'N6.1',
  'N6.2',
  'N6.3',
  'N6.4',
  'N6.5',
  'N6.6',
  'N6.7',
  'N6.8',
  'N6.9',
  'N7',
] as const;
export type Nature = (typeof natures)[number];

/** The VAT of a line: its rate, and why it has none. 22 % is 2200. */
export interface LineVat {
  readonly vatBasisPoints: number;
  /** Only at 0 %. Absent: nobody has said it. */
  readonly nature?: Nature;
}

/** The rate, with its nature only where there is no VAT. */
export const lineVat = ({ vatBasisPoints, nature }: LineVat): LineVat =>
  vatBasisPoints === 0 && nature !== undefined ? { vatBasisPoints, nature } : { vatBasisPoints };
