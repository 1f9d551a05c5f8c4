import { useState } from 'react';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { NewRule, RuleList } from './seat-rule-parts.tsx';

/** The seat rules of the departments: their list, a new rule, and the plan that follows from them. */
export function SeatRulesDialog({ onClose }: { readonly onClose: () => void }) {
  const hasRules = useDesk((desk) => desk.state.workspace.seatRules.size > 0);
  const [problem, setProblem] = useState<string | null>(null);

  return (
    <Modal title={text('seat-rules.title')} onClose={onClose} large>
      <p className="muted">{text('seat-rules.lead')}</p>
      <div className="dialog-list">
        <RuleList onProblem={setProblem} />
      </div>
      <NewRule onProblem={setProblem} />
      {problem !== null && <Banner tone="late">{problem}</Banner>}
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
        <Button
          kind="primary"
          isDisabled={!hasRules}
          onPress={() => openDialog({ kind: 'seat-plan', from: 'rules' })}
        >
          {text('seat-rules.apply')}
        </Button>
      </div>
    </Modal>
  );
}
