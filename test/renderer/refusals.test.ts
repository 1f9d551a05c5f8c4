// Every refusal is a sentence in both languages: a reason that is added without one does not compile here, or fails.
import '../support/fake-desk.ts';
import { describe, expect, test, vi } from 'vitest';
import type { Refusal } from '../../core/app/command.ts';
import type { SignInRefusal } from '../../core/bridge/contract.ts';
import type { CommandKey, OrderNumber } from '../../core/kernel/id.ts';
import { refusalText, signInRefusalText, vendorRefusalText } from '../../renderer/text/sentences.ts';
import { setLanguage } from '../../renderer/text/text.ts';

/** One example a reason: the compiler asks for the one that is missing. */
const examples: { readonly [R in Refusal['reason']]: Extract<Refusal, { reason: R }> } = {
  'bad-input': { reason: 'bad-input', field: 'payer.email', problem: 'Invalid' },
  'quantity-out-of-range': { reason: 'quantity-out-of-range', least: 1, most: 999 },
  'years-out-of-range': { reason: 'years-out-of-range', most: 10 },
  'service-in-grace': { reason: 'service-in-grace' },
  'service-not-active': { reason: 'service-not-active' },
  'module-not-sold': { reason: 'module-not-sold' },
  'module-already-active': { reason: 'module-already-active', module: 'documents' },
  'module-needs': { reason: 'module-needs', module: 'woocommerce', needs: 'documents' },
  unknown: { reason: 'unknown', what: 'cart' },
  'duplicate-email': { reason: 'duplicate-email', email: 'a.ferri@studiobianchi.example' },
  'bad-vat-code': { reason: 'bad-vat-code', vatCode: '123' },
  'duplicate-client': { reason: 'duplicate-client', name: 'Otticanova srl' },
  'already-a-client': { reason: 'already-a-client', holder: 'Agricola Verdi' },
  'no-free-seat': { reason: 'no-free-seat', free: 1, wanted: 3 },
  'person-has-left': { reason: 'person-has-left', name: 'Paolo Greco' },
  'clauses-not-accepted': { reason: 'clauses-not-accepted' },
  'figures-changed': { reason: 'figures-changed', shown: 7099, now: 7697 },
  'order-on-its-way': { reason: 'order-on-its-way', holder: 'Studio Bianchi' },
  'order-not-cancellable': { reason: 'order-not-cancellable', orderNumber: '31904418' as OrderNumber },
  'cancellation-on-its-way': { reason: 'cancellation-on-its-way', orderNumber: '31904418' as OrderNumber },
  'outcome-not-known': { reason: 'outcome-not-known', key: '0' as CommandKey },
  'nothing-to-undo': { reason: 'nothing-to-undo' },
  'not-saved': { reason: 'not-saved', detail: 'ENOSPC' },
};
