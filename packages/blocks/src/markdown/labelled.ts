import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { type Field, textOf } from './fields.ts';
import type { Around } from './links.ts';

/** Fields as a list of lines: `- **Why:** …`. Those with nothing to say are left out. */
export function writeLabelled<Model>(model: Model, fields: readonly Field<Model>[], links: Around): List {
  const items = fields.flatMap((field): ListItem[] => {
    const value = field.write(model, 'paragraph', links);
    if (value.length === 0) return [];
    const label: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: `${field.label}:` }] };
    const children: PhrasingContent[] = [label, { type: 'text', value: ' ' }, ...value];
    return [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }];
  });
  return { type: 'list', ordered: false, spread: false, children: items };
}

/** The values of such a list; null when a line of it has none of these labels, so that it is somebody's own list. */
export function readLabelled<Model>(
  node: RootContent | undefined,
  fields: readonly Field<Model>[],
  source: string,
): Partial<Model> | null {
  if (node?.type !== 'list') return null;
  const values = node.children.map((item) => {
    const [paragraph, ...more] = item.children;
    if (paragraph?.type !== 'paragraph' || more.length > 0) return null;
    const [label, ...value] = paragraph.children;
    if (label?.type !== 'strong') return null;
    const field = fields.find((candidate) => `${candidate.label}:` === textOf(label.children, source));
    return field?.read(withoutFirstSpace(value), source) ?? null;
  });
  return values.includes(null) ? null : (Object.assign({}, ...values) as Partial<Model>);
}

/** The space between a label and its value. */
export function withoutFirstSpace(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...rest] = nodes;
  return first?.type === 'text' && first.value.startsWith(' ')
    ? [{ ...first, value: first.value.slice(1) }, ...rest]
    : nodes;
}
