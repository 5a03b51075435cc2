import { isEscalated, isSaid, isUnowned, make, plain, type RiskRow, type RiskTable } from '@duet/domain';
import type { Cell, TablePart } from './page.ts';
import type { PageContext } from './page-context.ts';
import { age, chip, level, note, text } from './pieces.ts';

export function riskPart(table: RiskTable, { today }: PageContext): TablePart {
  return {
    kind: 'table',
    caption: 'Risks',
    columns: [
      { label: 'Risk', width: 26 },
      { label: 'Owner', width: 16 },
      { label: 'Likelihood', width: 18 },
      { label: 'Impact', width: 16 },
      { label: 'Mitigation', width: 24 },
    ],
    rows: table.rows
      .filter((row) => isSaid(row, make.riskRow()))
      .map((row) => ({
        id: row.id,
        cells: [
          [...text(row.risk, 'lead'), ...(row.state === 'closed' ? [note('Closed')] : []), ...age(row, today)],
          ownerCell(row),
          level(row.likelihood, row.likelihoodNote),
          level(row.impact, row.impactNote),
          text(row.mitigation),
        ],
      })),
  };
}

function ownerCell(row: RiskRow): Cell {
  const named = row.owner === null ? [] : text(plain(`@${row.owner}`));
  if (!isUnowned(row) || row.state === 'closed') return named;
  if (isEscalated(row)) return [chip('Escalated', 'warn'), note(`To ${row.escalatedTo}`, 'warn')];
  return [chip('Unowned', 'bad'), ...named];
}
