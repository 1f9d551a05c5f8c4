import { useState } from 'react';
import { epcPayload } from '../../../../core/formats/paper/epc.ts';
import type { Cents } from '../../../../core/kernel/cents.ts';
import { checkIban } from '../../../../core/kernel/iban.ts';
import { TextField } from '../../../components/controls.tsx';
import { QrCode } from '../../../components/qr-code.tsx';
import { money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { StepCard } from './step-card.tsx';

/** A QR code for the transfer, only from an IBAN that the person typed and that passes its checks. */
export function TransferCode({ gross, reference }: { readonly gross: Cents; readonly reference: string }) {
  const [beneficiary, setBeneficiary] = useState('');
  const [iban, setIban] = useState('');
  const checked = checkIban(iban);
  const bad = iban.trim() !== '' && !checked.ok;
  const code =
    checked.ok && beneficiary.trim() !== ''
      ? epcPayload({ beneficiary: beneficiary.trim(), iban: checked.value, gross, reference })
      : undefined;
  return (
    <StepCard title={text('purchase-step.qr-title')}>
      <p className="muted">{text('purchase-step.qr-lead')}</p>
      <div className="form-grid thirds">
        <TextField
          className="span-3"
          label={text('purchase-step.beneficiary')}
          value={beneficiary}
          onChange={setBeneficiary}
        />
        <TextField
          className="span-3"
          label={text('purchase-step.iban')}
          value={iban}
          onChange={setIban}
          error={bad && !checked.ok ? text('iban.suspect', { problem: checked.error.problem }) : undefined}
        />
      </div>
      {code?.ok === true && (
        <QrCode value={code.value} label={text('order.qr', { amount: money(gross), reference })} />
      )}
      {code?.ok === false && (
        <p className="field-error" role="alert">
          {text(`no-qr.${code.error.problem}`)}
        </p>
      )}
    </StepCard>
  );
}
