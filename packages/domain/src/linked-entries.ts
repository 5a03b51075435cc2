import type { ActionItem, Constraint, Decision, RiskRow } from './blocks.ts';
import type { IsoDate } from './iso-date.ts';
import { make } from './make.ts';
import { plain, type RichText } from './rich-text.ts';
import { textsOf, titleOf } from './written.ts';

/** [M13] The question that a constraint puts, as a pending decision linked to it. */
export function decisionFrom(constraint: Constraint): Decision {
  return make.decision({ text: constraint.statement, awaiting: constraint.detail, origin: constraint.id });
}

/** [M13] What a constraint threatens, as a risk linked to it. */
export function riskFrom(constraint: Constraint): RiskRow {
  return make.riskRow({ risk: constraint.statement, mitigation: constraint.detail, origin: constraint.id });
}

/** [M15] The mitigation of a risk as an action linked to it, with the owner of the risk. */
export function actionFrom(risk: RiskRow, due: IsoDate | null = null): ActionItem {
  return make.actionItem({ action: mitigationText(risk), owner: risk.owner, due, origin: risk.id });
}

function mitigationText(risk: RiskRow): RichText {
  return risk.mitigation.length > 0 ? risk.mitigation : plain(`Mitigate: ${titleOf(textsOf.riskRow(risk))}`);
}
