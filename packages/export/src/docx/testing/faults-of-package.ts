import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { all, child, type Element, readXml } from './read-xml.ts';

/** The XML parts of a package, by path. */
type Parts = ReadonlyMap<string, Element>;

/**
 * What Word would refuse a file for, or mend with a warning, in words; nothing for one that it opens. The schema of the
 * parts is more than a test can hold: this is what goes wrong between them, and what tables and ids ask for.
 * @throws Error for a part that is not well-formed XML.
 */
export function faultsOfPackage(docx: Uint8Array): readonly string[] {
  const files = unzipSync(docx);
  const isXml = (path: string): boolean => /\.(?:xml|rels)$/.test(path);
  const parts: Parts = new Map(
    Object.keys(files).flatMap((path) =>
      isXml(path) ? [[path, readXml(strFromU8(files[path] ?? new Uint8Array()))]] : [],
    ),
  );
  const paths = new Set(Object.keys(files));
  const texts = [...parts].filter(([path]) => path.startsWith('word/') && !path.endsWith('.rels'));
  return [
    ...faultsOfTypes(parts, paths),
    ...[...parts].flatMap(([path, part]) => (path.endsWith('.rels') ? faultsOfRelations(path, part, paths) : [])),
    ...texts.flatMap(([path, part]) => [
      ...faultsOfReferences(path, part, parts),
      ...faultsOfTables(path, part),
      ...faultsOfIds(path, part),
    ]),
  ];
}

/** Each part has a type, and each type a part. */
function faultsOfTypes(parts: Parts, paths: ReadonlySet<string>): readonly string[] {
  const types = parts.get('[Content_Types].xml');
  if (!types) return ['no content types'];
  const endings = all(types, 'Default').map(({ attributes }) => `.${attributes.Extension}`);
  const named = all(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1) ?? '');
  const untyped = [...paths].filter(
    (path) =>
      path !== '[Content_Types].xml' && !named.includes(path) && !endings.some((ending) => path.endsWith(ending)),
  );
  return [
    ...untyped.map((path) => `${path} has no content type`),
    ...named.filter((path) => !paths.has(path)).map((path) => `the type of ${path} is there, the part is not`),
    ...twice(named).map((path) => `${path} has two types`),
  ];
}

/** `_rels/x.xml.rels` says what `x.xml` refers to, from the folder that `x.xml` is in. */
function faultsOfRelations(path: string, relations: Element, paths: ReadonlySet<string>): readonly string[] {
  const folder = posix.join(posix.dirname(path), '..');
  const entries = all(relations, 'Relationship').map(({ attributes }) => attributes);
  const targets = entries.flatMap(({ Target = '', TargetMode }) => (TargetMode === 'External' ? [] : [Target]));
  return [
    ...targets
      .filter((target) => !paths.has(target.startsWith('/') ? target.slice(1) : posix.join(folder, target)))
      .map((target) => `${path}: ${target} is not there`),
    ...twice(entries.map(({ Id = '' }) => Id)).map((id) => `${path}: ${id} is used twice`),
  ];
}

function faultsOfReferences(path: string, part: Element, parts: Parts): readonly string[] {
  const relations = parts.get(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`));
  const known = (name: string, attribute: string, of: string): ReadonlySet<string | undefined> => {
    const file = parts.get(of);
    return new Set(file ? all(file, name).map(({ attributes }) => attributes[attribute]) : []);
  };
  const ids = new Set(relations ? all(relations, 'Relationship').map(({ attributes }) => attributes.Id) : []);
  const styles = known('w:style', 'w:styleId', 'word/styles.xml');
  const lists = known('w:num', 'w:numId', 'word/numbering.xml');
  const kinds = known('w:abstractNum', 'w:abstractNumId', 'word/numbering.xml');
  const bookmarks = known('w:bookmarkStart', 'w:name', 'word/document.xml');
  const values = (name: string, attribute = 'w:val') =>
    all(part, name).flatMap(({ attributes }) => attributes[attribute] ?? []);
  // Of a link that leads outside it is the fragment of the address.
  const inside = all(part, 'w:hyperlink').filter(({ attributes }) => attributes['r:id'] === undefined);
  const jumps = inside.flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
  const missing = (what: string, used: readonly string[], defined: ReadonlySet<string | undefined>) =>
    used.filter((each) => !defined.has(each)).map((each) => `${path}: no ${what} ${each}`);
  return [
    ...missing(
      'relation',
      ['w:hyperlink', 'w:footerReference', 'w:headerReference'].flatMap((name) => values(name, 'r:id')),
      ids,
    ),
    ...missing(
      'style',
      ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'].flatMap((name) => values(name)),
      styles,
    ),
    ...missing('list', values('w:numId'), lists),
    ...(path === 'word/numbering.xml' ? missing('kind of list', values('w:abstractNumId'), kinds) : []),
    ...missing('bookmark', jumps, bookmarks),
  ];
}

/** A table has a grid and rows, a row as many cells as the grid has columns, and a cell ends in a paragraph. */
function faultsOfTables(path: string, part: Element): readonly string[] {
  return all(part, 'w:tbl').flatMap((table) => {
    const grid = child(table, 'w:tblGrid');
    const columns = grid?.children.length ?? 0;
    const rows = table.children.filter(({ name }) => name === 'w:tr');
    const cellsOf = (row: Element) => row.children.filter(({ name }) => name === 'w:tc');
    const widthOf = (cell: Element) => Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1);
    return [
      ...(columns === 0 ? [`${path}: a table without a grid`] : []),
      ...(rows.length === 0 ? [`${path}: a table without rows`] : []),
      ...rows
        .map((row) => cellsOf(row).reduce((sum, cell) => sum + widthOf(cell), 0))
        .filter((width) => width !== columns)
        .map((width) => `${path}: ${width} cells in a grid of ${columns}`),
      ...rows
        .flatMap(cellsOf)
        .filter((cell) => cell.children.at(-1)?.name !== 'w:p')
        .map(() => `${path}: a cell that does not end in a paragraph`),
    ];
  });
}

/** Bookmarks begin and end once and have names that differ in more than case; so do the numbers of drawings and fields. */
function faultsOfIds(path: string, part: Element): readonly string[] {
  const ids = (name: string, attribute = 'w:id') =>
    all(part, name).flatMap(({ attributes }) => attributes[attribute] ?? []);
  const [starts, ends] = [ids('w:bookmarkStart'), ids('w:bookmarkEnd')];
  const names = ids('w:bookmarkStart', 'w:name');
  const fields = all(part, 'w:sdtPr').flatMap((field) => child(field, 'w:id')?.attributes['w:val'] ?? []);
  return [
    ...[...twice(starts), ...twice(ends), ...twice(fields), ...twice(ids('wp:docPr', 'id'))].map(
      (id) => `${path}: the id ${id} is used twice`,
    ),
    ...(starts.toSorted().join() === ends.toSorted().join() ? [] : [`${path}: a bookmark does not end`]),
    ...twice(names.map((name) => name.toLowerCase())).map((name) => `${path}: two bookmarks ${name}`),
    ...names.filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name)).map((name) => `${path}: a bookmark called ${name}`),
  ];
}

function twice(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
