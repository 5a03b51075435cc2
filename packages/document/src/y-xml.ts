import type { JsonMark, JsonNode } from '@duet/blocks';
import * as Y from 'yjs';

/**
 * The shared XML as plain nodes. Takes whatever is there: hooks and embedded objects are left out, everything
 * that is text is kept. The Yjs item gives each element an identity that is the same for everybody.
 */
export function readXml(parent: Y.XmlFragment | Y.XmlElement): JsonNode[] {
  return parent.toArray().flatMap((child): JsonNode[] => {
    if (child instanceof Y.XmlText) return readXmlText(child);
    return child instanceof Y.XmlElement ? [readElement(child)] : [];
  });
}

export function readElement(element: Y.XmlElement): JsonNode {
  const key = identityOf(element);
  return {
    type: element.nodeName,
    attrs: element.getAttributes(),
    content: readXml(element),
    ...(key !== null && { key }),
  };
}

/** An element's Yjs item: the same for everybody, for as long as the element lives. */
export function identityOf(element: Y.XmlElement): string | null {
  const id = element._item?.id;
  return id ? `y${id.client.toString(36)}-${id.clock.toString(36)}` : null;
}

/** The element that {@link readXml} and unique ids call `id`: the first with that attribute, else by its identity. */
export function findElement(root: Y.XmlFragment, id: string): Y.XmlElement | null {
  const elements = [...root.createTreeWalker((node) => node instanceof Y.XmlElement)] as Y.XmlElement[];
  return (
    elements.find((element) => element.getAttribute('id') === id) ??
    elements.find((element) => identityOf(element) === id) ??
    null
  );
}

function readXmlText(text: Y.XmlText): JsonNode[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return delta.flatMap((part) =>
    typeof part.insert === 'string' ? [{ type: 'text', text: part.insert, marks: readMarks(part.attributes) }] : [],
  );
}

function readMarks(attributes: Record<string, unknown> = {}): JsonMark[] {
  return Object.entries(attributes).map(([type, attrs]) => ({
    type,
    ...(typeof attrs === 'object' && attrs !== null && { attrs: attrs as Record<string, unknown> }),
  }));
}

/**
 * A node as a shared element. An element that holds text gets its Y.XmlText even when it is empty: if the first
 * two people to type in it each had to make one, the editors would later join the two and could lose or double words.
 */
export function writeXml(node: JsonNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    // Yjs types attributes as strings, but the editor binding stores any JSON value.
    if (value !== null && value !== undefined) element.setAttribute(name, value as string);
  }
  const children = node.content ?? [];
  const elements = children.filter((child) => child.text === undefined);
  element.insert(0, elements.length > 0 ? elements.map(writeXml) : [writeXmlText(children)]);
  return element;
}

function writeXmlText(nodes: readonly JsonNode[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    nodes.map((node) => ({
      insert: node.text ?? '',
      attributes: Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
    })),
  );
  return text;
}
