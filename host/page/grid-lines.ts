/** Widths, hidden lines and frozen panes: what a person changed of them, as acts. */

import type { Act } from '../serve/protocol';
import type { Sheet } from './fortune';

/** The part of a sheet that these acts are about. */
export type Lines = Pick<Sheet, 'config' | 'frozen'>;

export function lineActs(sheet: string, was: Lines, is: Lines): Act[] {
  return [
    ...widthActs(sheet, was.config?.columnlen ?? {}, is.config?.columnlen ?? {}),
    ...hideActs(sheet, 'columns', was.config?.colhidden ?? {}, is.config?.colhidden ?? {}),
    ...hideActs(sheet, 'rows', was.config?.rowhidden ?? {}, is.config?.rowhidden ?? {}),
    ...freezeActs(sheet, was.frozen, is.frozen),
  ];
}

type ByIndex = Record<string, number>;

function widthActs(sheet: string, was: ByIndex, is: ByIndex): Act[] {
  return Object.entries(is)
    .filter(([column, pixels]) => was[column] !== pixels)
    .map(([column, pixels]) => ({ kind: 'width', sheet, column: Number(column), pixels: Math.round(pixels) }));
}

function hideActs(sheet: string, of: 'rows' | 'columns', was: ByIndex, is: ByIndex): Act[] {
  const act = (index: string, hidden: boolean): Act => ({
    kind: 'hide',
    sheet,
    of,
    at: Number(index),
    count: 1,
    hidden,
  });
  const gone = Object.keys(is).filter((index) => !(index in was));
  const back = Object.keys(was).filter((index) => !(index in is));
  return [...gone.map((index) => act(index, true)), ...back.map((index) => act(index, false))];
}

function freezeActs(sheet: string, was: Sheet['frozen'], is: Sheet['frozen']): Act[] {
  const [before, after] = [frozenLines(was), frozenLines(is)];
  if (before.rows === after.rows && before.columns === after.columns) return [];
  return [{ kind: 'freeze', sheet, ...after }];
}

function frozenLines(frozen: Sheet['frozen']): { rows: number; columns: number } {
  const { row_focus: row = 0, column_focus: column = 0 } = frozen?.range ?? {};
  switch (frozen?.type) {
    case 'row':
      return { rows: 1, columns: 0 };
    case 'column':
      return { rows: 0, columns: 1 };
    case 'both':
      return { rows: 1, columns: 1 };
    case 'rangeRow':
      return { rows: row + 1, columns: 0 };
    case 'rangeColumn':
      return { rows: 0, columns: column + 1 };
    case 'rangeBoth':
      return { rows: row + 1, columns: column + 1 };
    default:
      return { rows: 0, columns: 0 };
  }
}
