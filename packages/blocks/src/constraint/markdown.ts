import { type Constraint, newId } from '@duet/domain';
import { entryMarkdown } from '../markdown/entry.ts';
import { type Field, fieldsOf, spoken, textOf } from '../markdown/fields.ts';
import { attributes, constraint } from './model.ts';

const { cell, value } = fieldsOf<Constraint>();

/**
 * "2025-04-03 to 2025-04-04", "from 2025-04-03", "until 2025-04-04"; "none" where nothing else is said either
 * (see {@link entryMarkdown}).
 */
const window: Field<Constraint> = {
  label: 'Window',
  write: ({ from, to, detail, horizon, touches }) => {
    if (from && to) return spoken(`${from} to ${to}`);
    if (from || to) return spoken(from ? `from ${from}` : `until ${to}`);
    const isSilent = detail.length === 0 && touches.length === 0 && horizon === null;
    return spoken(isSilent ? 'none' : '');
  },
  read: (nodes, source) => {
    const text = textOf(nodes, source);
    const [, from] = /^(?:from )?(\d\S+)/.exec(text) ?? [];
    const [, to] = /(?:^until|to) (\d\S+)$/.exec(text) ?? [];
    return { from: attributes.from.read(from), to: attributes.to.read(to) };
  },
};

export const constraintMarkdown = entryMarkdown<Constraint>(
  'Constraint',
  cell('Statement', 'statement'),
  [cell('Detail', 'detail'), window, value('Bites on', 'horizon', attributes.horizon), cell('Touches', 'touches')],
  () => constraint.read({ type: constraint.name }, () => newId()),
);
