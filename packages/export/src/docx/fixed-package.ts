import { bytesOf } from '../bytes.ts';
import { readZip, writeZip } from './zip.ts';

const CORE = 'docProps/core.xml';
const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const MOMENT = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
const BOOKMARK = /(<w:bookmark(?:Start|End)\b[^>]* w:id=")(\d+)/g;
const LINK = /<Relationship Id="([^"]+)"[^>]*TargetMode="External"/g;

/**
 * The same document as the same bytes. The library names links by chance, counts bookmarks on from the document
 * before, and stamps the clock into the properties and the ZIP. Here links and bookmarks are numbered in their order,
 * and every date is the given one.
 * @param moment ISO 8601, with time and zone.
 */
export function fixedPackage(docx: Uint8Array, moment: string): Uint8Array {
  const files = readZip(docx);
  const textOf = (path: string): string => Buffer.from(files.get(path) ?? []).toString();
  const links = [...textOf(RELATIONS).matchAll(LINK)].map(([, id = '']) => id);
  const fixed: readonly (readonly [path: string, text: string])[] = [
    [CORE, textOf(CORE).replaceAll(MOMENT, `$1${moment}`)],
    [DOCUMENT, numberedBookmarks(numberedLinks(textOf(DOCUMENT), links))],
    [RELATIONS, numberedLinks(textOf(RELATIONS), links)],
  ];
  const all = new Map([...files, ...fixed.map(([path, text]) => [path, bytesOf(text)] as const)]);
  return writeZip(new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function numberedLinks(xml: string, links: readonly string[]): string {
  return links.reduce((out, id, index) => out.replaceAll(`d="${id}"`, `d="rIdLink${index}"`), xml);
}

function numberedBookmarks(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replaceAll(BOOKMARK, (_, before: string, id: string) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return `${before}${number}`;
  });
}
