/** The host's surface for the command line, the page, the tests and the benches. */
export { HostError } from './error';
export { type LoadOptions, loadHostState, loadWorkbook, saveWorkbook, writeAtomically } from './files/files';
export { COSTS, type CostTable } from './run/cost';
export { Host, type HostOptions, type ScriptProject } from './run/host';
export { LIMITS, type Limits } from './run/limits';
export { Person } from './run/person';
export type { HostState } from './run/state';
export type { Trigger } from './run/triggers';
export { ScriptedUi, type Shown } from './run/ui';
export type * from './types';
export { columnName, columnNumber, parseA1, type Rect, toA1 } from './workbook/a1';
export { displayText } from './workbook/display';
export { workbookFromJson, workbookToJson } from './workbook/json';
export type { Row, Rule, Value } from './workbook/row';
export { Sheet } from './workbook/sheet';
export { restyle, type Style } from './workbook/style';
export { type Change, type Snapshot, Workbook } from './workbook/workbook';
export { instantToSerial, serialToInstant } from './workbook/zone';
