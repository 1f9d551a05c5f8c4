import { daySchema, z } from '../../kernel/parse.ts';
import { cartIdSchema } from '../../orders/cart.ts';
import { mostFees } from '../../quotes/fees.ts';
import { mostSerial } from '../../quotes/quote-document.ts';
import { serviceIdSchema } from '../../services/service.ts';
import { command } from '../define-command.ts';
import {
  contentChangeSchema,
  contentSchema,
  feeIdSchema,
  feeWishSchema,
  fundSchema,
  quoteIdSchema,
} from '../rows/quote-rows.ts';
import * as fees from './decide-fees.ts';
import * as quotes from './decide-quote.ts';
import * as services from './decide-services.ts';

/** More than any limit of a quote's texts. The decision refuses a long text and says its length. */
const typed = z.string().max(20_000);

const quoteId = quoteIdSchema;

/** An issued quote stays as it was sent. The steps of its draft would stand in the way of all others. */
const sealed = { undo: 'ends-touched' } as const;

const ofCart = z.object({ kind: z.literal('cart'), cartId: cartIdSchema });
const ofService = z.object({
  kind: z.literal('service'),
  serviceId: serviceIdSchema,
  what: z.enum(['add-users', 'renewal']),
});

/** One service of a quote, by its cart. Absent for the first one. */
const service = { quoteId, cartId: cartIdSchema.exactOptional() };

/** The commands about quotes. */
export const quoteCommands = {
  'quote/new': command(
    {
      source: z.discriminatedUnion('kind', [
        ofCart,
        ofService,
        z.object({ kind: z.literal('quote'), quoteId }),
      ]),
    },
    quotes.newQuote,
  ),
  /** Changes what a draft asks for one of its services. It is priced as of today. */
  'quote/content': command({ quoteId, content: contentSchema }, services.setContent),
  /** Changes one thing of it; the rest stays. */
  'quote/change': command({ ...service, change: contentChangeSchema }, services.changeContent),
  'quote/add-service': command(
    { quoteId, source: z.discriminatedUnion('kind', [ofCart, ofService]) },
    services.addService,
  ),
  'quote/remove-service': command({ quoteId, cartId: cartIdSchema }, services.removeService),
  /** A null `feeId` adds a fee at the end. */
  'quote/fee': command(
    {
      quoteId,
      feeId: feeIdSchema.nullable(),
      fee: feeWishSchema.extend({ description: typed, unit: typed }),
    },
    fees.putFee,
  ),
  'quote/remove-fee': command({ quoteId, feeId: feeIdSchema }, fees.removeFee),
  'quote/move-fee': command({ quoteId, feeId: feeIdSchema, to: z.int().min(0).max(mostFees) }, fees.moveFee),
  /** Null: none. */
  'quote/fund': command({ quoteId, fund: fundSchema.nullable() }, fees.setFund),
  /** What they do not name stays, here and in the details. */
  'quote/words': command(
    { quoteId, opening: typed.exactOptional(), closing: typed.exactOptional() },
    fees.setWords,
  ),
  /** A convention code as it is typed, or null: the draft is priced anew. */
  'quote/convention': command(
    { ...service, code: z.string().max(40).nullable() },
    services.setQuoteConvention,
  ),
  'quote/details': command(
    {
      quoteId,
      recipient: z
        .object({
          name: typed.exactOptional(),
          vatCode: typed.exactOptional(),
          lines: z.array(typed).max(100).exactOptional(),
        })
        .exactOptional(),
      validUntil: daySchema.exactOptional(),
      notes: typed.exactOptional(),
    },
    quotes.setDetails,
  ),
  /** A null `serial` asks for the next number. `shownGross`: the total that the person saw. */
  'quote/issue': command(
    { quoteId, serial: z.int().min(1).max(mostSerial).nullable(), shownGross: z.int().exactOptional() },
    quotes.issueQuote,
    sealed,
  ),
  /** The same wish at today's conditions, under the same number. */
  'quote/revise': command({ quoteId, validUntil: daySchema }, quotes.reviseQuote, sealed),
  /** Keeps the old prices. `today`: today's total as shown, in cents; null if it cannot be bought today. */
  'quote/keep': command({ quoteId, today: z.int().nullable() }, quotes.keepPrices, sealed),
  /** `revision`: how many there were when the client accepted the last of them. */
  'quote/accept': command({ quoteId, revision: z.int().min(1).exactOptional() }, quotes.acceptQuote, sealed),
  'quote/withdraw': command({ quoteId }, quotes.withdrawQuote, sealed),
  'quote/discard': command({ quoteId }, quotes.discardDraft),
  'quote/to-cart': command(service, services.toCart),
};
