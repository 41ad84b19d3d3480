/**
 * Sorts a table by the button in a column's head. Everything is there without it; the buttons are made here, so that
 * none stands around dead where scripts do not run.
 */
export const SORT_SCRIPT = `
for (const table of document.querySelectorAll('table.sortable')) {
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, at) => row.cells[at].dataset.sort ?? row.cells[at].textContent.trim();
  heads.forEach((head, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute('aria-sort', 'none');
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') !== 'ascending';
      for (const other of heads) other.setAttribute('aria-sort', 'none');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => {
        const [x, y] = [key(a, at), key(b, at)];
        if (x === '' || y === '') return (x === '') - (y === '');
        const order = isFinite(x) && isFinite(y) ? x - y : x.localeCompare(y, 'en', { numeric: true });
        return up ? order : -order;
      });
      table.tBodies[0].append(...rows);
    });
  });
}
`;

/** Of the script, for the page's Content-Security-Policy; a test computes it anew. */
export const SORT_SCRIPT_SHA256 = 'HcUc/Yl2UuRT4arVWHthyvqN2Yxp799Xnl6EEISkJyw=';
