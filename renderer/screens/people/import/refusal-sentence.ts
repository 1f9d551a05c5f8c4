import type { OpenRefusal } from '../../../../core/formats/spreadsheet/open-list.ts';
import { largestStaffList } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

export const tooLarge = (): string =>
  text('file.too-large', { most: Math.round(largestStaffList / 1_000_000) });

/** Why a list cannot be opened, as a sentence: the limit and what to do. */
export function refusalSentence(refusal: OpenRefusal): string {
  switch (refusal.reason) {
    case 'too-large':
      return tooLarge();
    case 'binary-file':
      return text(refusal.kind === 'xls' ? 'file.binary.xls' : 'file.binary.other');
    case 'too-many-columns':
      return text('file.too-many-columns', { row: countText(refusal.row), most: countText(refusal.most) });
    case 'too-many-rows':
    case 'too-many-cells':
    case 'too-many-characters':
      return text(`file.${refusal.reason}`, { most: countText(refusal.most) });
    default:
      return text(`file.${refusal.reason}`);
  }
}
