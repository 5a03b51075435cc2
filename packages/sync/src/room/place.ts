import * as Y from 'yjs';

/** Characters shown on either side of a text. */
const AROUND = 40;

/** The element names from the root down to a type, as `body > riskTable > riskRow > riskText`. */
export function pathOf(type: Y.AbstractType<unknown>): string {
  const names: string[] = [];
  for (let at: Y.AbstractType<unknown> | null = type; at; at = parentType(at)) {
    const name = nameOf(at);
    if (name) names.unshift(name);
  }
  return names.join(' > ');
}

/**
 * The text around some clocks of an item, among its siblings: `before [...] after`. It sees deleted text as long as
 * Yjs has not collected it, so inside a transaction it sees what the transaction deleted.
 */
export function textAround(item: Y.Item, from: number, to: number): string {
  let before = textOf(item).slice(0, from - item.id.clock);
  for (let left = item.left; left && before.length < AROUND; left = left.left) before = textOf(left) + before;
  let after = textOf(item).slice(to - item.id.clock);
  for (let right = item.right; right && after.length < AROUND; right = right.right) after += textOf(right);
  return before || after ? `${before.slice(-AROUND)}[...]${after.slice(0, AROUND)}` : '';
}

/** The beginning of a type's own text. */
export function beginningOf(type: Y.AbstractType<unknown>): string {
  let text = '';
  for (let item = type._start; item && text.length < 2 * AROUND; item = item.right) text += textOf(item);
  return text.slice(0, 2 * AROUND);
}

export function describePlace(path: string, around: string): string {
  return around ? `${path}: ${around}` : path;
}

function textOf(item: Y.Item): string {
  return item.content instanceof Y.ContentString ? item.content.str : '';
}

function parentType(type: Y.AbstractType<unknown>): Y.AbstractType<unknown> | null {
  const parent = type._item?.parent;
  return parent instanceof Y.AbstractType ? parent : null;
}

/** Text types have no name of their own; the element around them says enough. */
function nameOf(type: Y.AbstractType<unknown>): string {
  if (type instanceof Y.XmlElement) return type.nodeName;
  if (type._item === null) return type.doc ? Y.findRootTypeKey(type) : '';
  return type._item.parentSub ?? '';
}
