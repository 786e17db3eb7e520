/**
 * The functions that Google calls by name: menu items, triggers, calls of the panel. A list, no logic; the build makes
 * each of them a global function of the script.
 */
import { fromMenu, fromPanel, fromTrigger } from './google/boundary';
import { noteEdit } from './google/edits';
import * as menu from './google/menu';
import type { SetUpReport } from './jobs/set-up';
import type { SyncReport } from './jobs/sync';
import { tick as runTick, type TickReport } from './jobs/tick';
import { servePanel } from './panel/serve';
import type { Envelope } from './panel/surface';

/** Simple trigger: may do nothing but draw the menu, since it also runs before the script is allowed anything. */
export function onOpen(): void {
  menu.addMenu();
}

/** Simple trigger: notes down where somebody has typed, which the next sync looks at first. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  noteEdit(event);
}

export function setUp(): SetUpReport | null {
  return fromMenu('Set up', menu.menuSetUp);
}

export function syncNow(): SyncReport | null {
  return fromMenu('Sync now', menu.menuSync);
}

export function turnAutomaticOn(): void {
  fromMenu('Turn automatic updates on', menu.menuTurnOn);
}

export function turnAutomaticOff(): void {
  fromMenu('Turn automatic updates off', menu.menuTurnOff);
}

export function simulateTick(): string | null {
  return fromMenu('Simulate', menu.menuSimulate);
}

export function setConnections(): string | null {
  return fromMenu('Connections', menu.menuConnections);
}

export function openPanel(): void {
  fromMenu('Open panel', menu.showPanel);
}

export function showHealth(): string | null {
  return fromMenu('Health', menu.menuHealth);
}

export function showAbout(): string | null {
  return fromMenu('About', menu.menuAbout);
}

// Keys of the grid: `sheets.macros` of the manifest.

export function keyContacted(): string | null {
  return fromMenu('Contacted', (services) => menu.menuMacro(services, 'contacted'));
}

export function keyTried(): string | null {
  return fromMenu('No answer', (services) => menu.menuMacro(services, 'tried'));
}

export function keySnooze(): string | null {
  return fromMenu('Snooze 15 minutes', (services) => menu.menuMacro(services, 'snooze'));
}

export function keyNote(): string | null {
  return fromMenu('Note', (services) => menu.menuMacro(services, 'note'));
}

export function keyNext(): string | null {
  return fromMenu('Next due row', (services) => menu.menuMacro(services, 'next'));
}

export function keyUndo(): string | null {
  return fromMenu('Undo', (services) => menu.menuMacro(services, 'undo'));
}

/** Time-driven trigger, each minute. */
export function tick(event?: { triggerUid?: string }): TickReport | null {
  return fromTrigger('tick', (services) => runTick(services, event?.triggerUid ?? ''));
}

/** Every call of the panel. */
export function callPanel(call: string, args: unknown): Envelope<unknown> {
  return fromPanel((services) => servePanel(services, call, args));
}
