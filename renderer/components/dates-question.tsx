import type { DateOrder } from '../../core/formats/spreadsheet/date-order.ts';
import { Button } from './buttons.tsx';
import { Banner } from './surfaces.tsx';
import { text } from '../text/text.ts';

/** Asks which comes first in the dates of a list in which some are surely month first. */
export function DatesQuestion({ onAnswer }: { readonly onAnswer: (order: DateOrder) => void }) {
  return (
    <Banner
      tone="soon"
      action={
        <span className="row">
          {(['day-month', 'month-day'] as const).map((order) => (
            <Button key={order} onPress={() => onAnswer(order)}>
              {text(`import.${order}`)}
            </Button>
          ))}
        </span>
      }
    >
      {text('import.dates')}
    </Banner>
  );
}
