import { LEVELS, RISK_STATES, type RiskTable } from '@duet/domain';
import { carriedAttributes, oneOf, owner, shortText } from '../attributes.ts';
import { asBlock, defineCells, defineTable } from '../define.ts';

export const attributes = {
  owner,
  likelihood: oneOf(LEVELS, null),
  likelihoodNote: shortText,
  impact: oneOf(LEVELS, null),
  impactNote: shortText,
  state: oneOf(RISK_STATES, 'open'),
  escalatedTo: owner,
  origin: shortText,
  ...carriedAttributes,
};

export const riskRow = defineCells({
  name: 'riskRow',
  group: 'row',
  attributes,
  cells: { risk: 'riskText', mitigation: 'riskMitigation' },
});

const element = defineTable('riskTable', riskRow);

export const riskTable = asBlock<RiskTable>('riskTable', element);
