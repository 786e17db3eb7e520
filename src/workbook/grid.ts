import type { Cell } from '../types';

/** Whether no cell holds anything. */
export function isBlankGrid(grid: readonly (readonly Cell[])[]): boolean {
  return grid.every((row) => row.every((cell) => cell === ''));
}
