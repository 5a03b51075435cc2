import { expect, test } from 'vitest';
import { actionFrom, decisionFrom, riskFrom } from './linked-entries.ts';
import { make } from './make.ts';
import { plain, plainText } from './rich-text.ts';

const quota = make.constraint({ id: 'quota', statement: plain('Quota'), detail: plain('Ten thousand a day') });

test('[M13] a constraint becomes a pending decision or a risk that knows where it came from', () => {
  expect(decisionFrom(quota)).toMatchObject({ state: 'pending', text: [{ text: 'Quota' }], origin: 'quota' });
  expect(riskFrom(quota)).toMatchObject({ state: 'open', risk: [{ text: 'Quota' }], origin: 'quota' });
});

test('[M15] a mitigation becomes an action of the owner of the risk', () => {
  const risk = make.riskRow({ id: 'r', risk: plain('Quota'), owner: 'wen', mitigation: plain('Talk to the vendor') });
  expect(actionFrom(risk)).toMatchObject({ action: [{ text: 'Talk to the vendor' }], owner: 'wen', origin: 'r' });
  expect(plainText(actionFrom({ ...risk, mitigation: [] }).action)).toBe('Mitigate: Quota');
});
