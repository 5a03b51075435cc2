/** The elements of the rows of a table, from the top of the page down. */
export function rowsOnPage(table: Element): readonly HTMLElement[] {
  const rows = [...table.querySelectorAll<HTMLElement>(':scope .grid-table__rows > .grid-row')];
  return table.classList.contains('is-arranged') ? rows.toSorted((a, b) => placeOf(a) - placeOf(b)) : rows;
}

const placeOf = (row: HTMLElement): number => Number(row.style.order);
