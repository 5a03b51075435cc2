import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

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
  const files = unzipSync(docx);
  const textOf = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const links = [...textOf(RELATIONS).matchAll(LINK)].map(([, id = '']) => id);
  const fixed: Readonly<Record<string, Uint8Array>> = {
    [CORE]: strToU8(textOf(CORE).replaceAll(MOMENT, `$1${moment}`)),
    [DOCUMENT]: strToU8(numberedBookmarks(numberedLinks(textOf(DOCUMENT), links))),
    [RELATIONS]: strToU8(numberedLinks(textOf(RELATIONS), links)),
  };
  const inOrder = Object.entries({ ...files, ...fixed }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  // 1980 is where ZIP's calendar begins; written as local time it is the same in every zone.
  return zipSync(Object.fromEntries(inOrder), { level: 6, mtime: new Date(1980, 0, 1) });
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
