import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** The elements of an XML text, without its words. @throws Error when it is not well-formed. */
export function readXml(xml: string): Element {
  const document: Element = { name: '', attributes: {}, children: [] };
  const open = [document];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [root] = document.children;
  if (!root) throw new Error('there is no element');
  return root;
}

/** Every element of this name, the deepest ones too, in the order of the text. */
export function all(element: Element, name: string): readonly Element[] {
  const below = element.children.flatMap((child) => all(child, name));
  return element.name === name ? [element, ...below] : below;
}

export const child = (element: Element, name: string): Element | undefined =>
  element.children.find((each) => each.name === name);
