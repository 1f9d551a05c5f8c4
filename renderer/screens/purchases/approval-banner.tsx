import { awaitsApproval, approvalLimit } from '../../../core/desk/purchases/decide-approval.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { useSharedStudio } from '../shared/shared-badge.tsx';

/** In a shared studio a purchase above the limit waits for whoever administers. */
export function ApprovalBanner({ purchase }: { readonly purchase: Purchase }) {
  const workspace = useDesk((desk) => desk.state.workspace);
  const administers = useSharedStudio()?.role === 'administer';
  if (!awaitsApproval(workspace, purchase)) return null;
  const limit = money((approvalLimit(workspace) ?? 0) as Cents);
  return (
    <Banner
      tone="soon"
      title={text('approval.needed')}
      action={
        administers && (
          <Button
            onPress={() =>
              void submit(
                {
                  type: 'approval/give',
                  purchaseId: purchase.record.id,
                  shownGross: purchase.record.revision.quote.gross,
                },
                { text: text('approval.given'), undo: true },
              )
            }
          >
            {text('approval.give')}
          </Button>
        )
      }
    >
      {text(administers ? 'approval.yours' : 'approval.theirs', { limit })}
    </Banner>
  );
}
