/** The grid's own types, by way of the package that we depend on. */
import type { Workbook } from '@fortune-sheet/react';
import type { ComponentProps } from 'react';

type Props = ComponentProps<typeof Workbook>;

export type Sheet = Props['data'][number];
export type CellMatrix = NonNullable<Sheet['data']>;
export type Cell = NonNullable<CellMatrix[number][number]>;
export type Selection = NonNullable<Sheet['luckysheet_select_save']>[number];
export type Op = Parameters<NonNullable<Props['onOp']>>[0][number];
