import Papa from 'papaparse';

/** The clipboard's text as a block of cells: tabs between cells, line ends between rows, quotes around what holds either. */
export function blockOfText(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' });
  const width = Math.max(1, ...data.map((row) => row.length));
  return data.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
}

/** Whether what is pasted was copied in this very grid, which then also carries formats. */
export function isFromThisGrid(event: ClipboardEvent): boolean {
  return (event.clipboardData?.getData('text/html') ?? '').includes('fortune-copy-action-table');
}
