import type { Cents } from '../../../../core/kernel/cents.ts';
import type { Comparison } from '../../../../core/purchases/compare.ts';
import { paidGross } from '../../../../core/purchases/purchase.ts';
import type { Fit, Receipt } from '../../../../core/quotes/calibrate.ts';
import { lineKey, type Figures } from '../../../../core/quotes/figures.ts';
import { Banner } from '../../../components/surfaces.tsx';
import { money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { fitName } from '../../rules/fit-name.ts';
import { lineName } from '../purchase-words.ts';

/** What the typed figures say: equal, one rule, several and what would decide, or none (rules K, I3). */
export function ComparisonBanner({
  comparison,
  receipt,
  figures,
  used,
  contested,
}: {
  readonly comparison: Comparison;
  readonly receipt: Receipt;
  readonly figures: Figures;
  /** The reading that the purchase was prepared with. */
  readonly used: Fit;
  /** True if other evidence does not allow the only reading. */
  readonly contested: boolean;
}) {
  if (comparison.kind === 'equal') return <Banner tone="ok">{text('seen.equal')}</Banner>;
  const title = differenceText(paidGross(receipt, figures), figures.gross);
  const { extension } = receipt;
  if (comparison.kind === 'none')
    return (
      <Banner tone="late" title={title}>
        {text('seen.no-rule')}
      </Banner>
    );
  if (comparison.kind === 'one')
    return (
      <Banner tone="soon" title={title}>
        {text('seen.one-rule', {
          fit: fitName(comparison.fit, extension),
          used: fitName(used, extension),
        })}{' '}
        {contested && text('seen.other-evidence')}
      </Banner>
    );
  return (
    <Banner tone="soon" title={title}>
      {text('seen.several-rules', {
        fits: comparison.fits.map((fit) => fitName(fit, extension)).join(', '),
      })}{' '}
      {askText(comparison, figures)}
    </Banner>
  );
}

function differenceText(seen: Cents | null, expected: Cents): string {
  if (seen === null || seen === expected) return text('seen.not-equal');
  const less = seen < expected;
  return text('seen.difference', {
    amount: money((less ? expected - seen : seen - expected) as Cents),
    sign: less ? 'less' : 'more',
  });
}

/** The figure of this cart that would tell several readings apart. */
function askText({ ask }: Extract<Comparison, { kind: 'several' }>, figures: Figures): string {
  if (ask === null) return text('seen.ask-nothing');
  if (ask.kind !== 'line') return text('seen.ask-total', { what: text(`seen.ask-${ask.kind}`) });
  const line = figures.lines.find((one) => lineKey(one) === ask.line);
  return line === undefined ? '' : text('seen.ask-line', { line: lineName(line) });
}
