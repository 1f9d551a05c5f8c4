import { priceListSchema } from '../../catalog/price-list.ts';
import { letterheadLayouts } from '../../formats/paper/letterhead-layout.ts';
import { z } from '../../kernel/parse.ts';
import { receiptSchema } from '../../quotes/calibrate.ts';
import { logoTextSchema } from '../../quotes/logo.ts';
import { offPolicies } from '../../renewals/add-users.ts';
import { monthRules } from '../../renewals/months.ts';
import { serviceIdSchema } from '../../services/service.ts';
import { command } from '../define-command.ts';
import { seen } from '../rows/row-sum.ts';
import { operatorNameSchema } from '../rows/operator.ts';
import { nameOperator, setFirm, setLetterhead, setLogo } from './decide-firm.ts';
import { forgetReceipt, putPriceList, recordReceipt, removePriceList } from './decide-rules.ts';

/** The commands about the firm: price lists, rules, letterhead, who works with it. */
export const ruleCommands = {
  'price-list/put': command({ list: priceListSchema, seen }, putPriceList),
  'price-list/remove': command({ version: z.string() }, removePriceList),
  'receipt/record': command(
    { serviceId: serviceIdSchema, quantity: z.int(), receipt: receiptSchema },
    recordReceipt,
  ),
  'receipt/forget': command({ id: z.string() }, forgetReceipt),
  /** The picture at the head of what the firm prints, in base64; null removes it. */
  'firm/logo': command({ base64: logoTextSchema.nullable() }, setLogo),
  /** How the firm's papers begin. */
  'firm/letterhead': command({ layout: z.enum(letterheadLayouts) }, setLetterhead),
  /**
   * A setting that the command does not name stays as it is. Settings have switches of their own: they are
   * not undone.
   */
  'firm/settings': command(
    {
      rule: z.enum(monthRules).exactOptional(),
      offPolicy: z.enum(offPolicies).exactOptional(),
      language: z.enum(['it', 'en']).exactOptional(),
      theme: z.enum(['system', 'light', 'dark']).exactOptional(),
    },
    setFirm,
    { undo: 'never' },
  ),
  /** The answer to "Chi sei?" (rule J6). */
  'operator/name': command({ name: operatorNameSchema }, nameOperator, { undo: 'never' }),
};
