import type { Schedule, Trigger, TriggerEvent } from '../run/triggers';
import * as enums from './enums';
import { makeSpreadsheet } from './make';
import { call, Exception, enumName, needScope, port } from './realm';

type Gas = GoogleAppsScript.Script.Trigger;

/** ScriptApp: triggers and rights. */
export class HostScriptApp {
  readonly AuthMode = enums.AuthMode;
  readonly AuthorizationStatus = enums.AuthorizationStatus;
  readonly EventType = enums.EventType;
  readonly InstallationSource = enums.InstallationSource;
  readonly TriggerSource = enums.TriggerSource;
  readonly WeekDay = enums.Weekday;

  newTrigger(functionName: string): GoogleAppsScript.Script.TriggerBuilder {
    needScope('ScriptApp.newTrigger', 'script.scriptapp');
    return new HostTriggerBuilder(String(functionName)) as never;
  }
  /** Only the current account's triggers, as at Google. */
  getProjectTriggers(): Gas[] {
    needScope('ScriptApp.getProjectTriggers', 'script.scriptapp');
    return call('ScriptApp.getProjectTriggers', 'script', () =>
      port.triggers.list().map((trigger) => new HostTrigger(trigger) as never),
    );
  }
  getScriptTriggers(): Gas[] {
    return this.getProjectTriggers();
  }
  getUserTriggers(_document: unknown): Gas[] {
    return this.getProjectTriggers().filter((trigger) => String(trigger.getTriggerSource()) === 'SPREADSHEETS');
  }
  deleteTrigger(trigger: Gas): void {
    needScope('ScriptApp.deleteTrigger', 'script.scriptapp');
    call('ScriptApp.deleteTrigger', 'script', () => port.triggers.remove(trigger.getUniqueId()));
  }
  getAuthorizationInfo(
    _authMode: GoogleAppsScript.Script.AuthMode,
    _scopes?: string[],
  ): GoogleAppsScript.Script.AuthorizationInfo {
    return call('ScriptApp.getAuthorizationInfo', 'script', () => new HostAuthorizationInfo() as never);
  }
  /** Ends the run at Google where a scope is missing; here all listed scopes are granted. */
  requireScopes(_authMode: GoogleAppsScript.Script.AuthMode, oAuthScopes: string[]): void {
    const missing = port.run.scopes && oAuthScopes.filter((scope) => !port.run.scopes?.includes(scope));
    if (missing?.length) throw new Exception(`The script does not list the scopes: ${missing.join(', ')}`);
  }
  requireAllScopes(_authMode: GoogleAppsScript.Script.AuthMode): void {}
  getScriptId(): string {
    return port.run.scriptId;
  }
  getService(): GoogleAppsScript.Script.Service {
    return new HostService() as never;
  }
  getOAuthToken(): string {
    return 'token-of-the-local-host';
  }
  getInstallationSource(): GoogleAppsScript.Script.InstallationSource {
    return enums.InstallationSource.NONE;
  }
}

export class HostService {
  getUrl(): string {
    return `https://script.google.com/macros/s/${port.run.scriptId}/exec`;
  }
  isEnabled(): boolean {
    return false;
  }
}

export class HostAuthorizationInfo {
  getAuthorizationStatus(): GoogleAppsScript.Script.AuthorizationStatus {
    return port.run.authMode === 'FULL' ? enums.AuthorizationStatus.NOT_REQUIRED : enums.AuthorizationStatus.REQUIRED;
  }
  getAuthorizationUrl(): string | null {
    return port.run.authMode === 'FULL' ? null : `https://script.google.com/authorize/${port.run.scriptId}`;
  }
  getAuthorizedScopes(): string[] {
    return [...(port.run.scopes ?? [])];
  }
}

/** An installed trigger. */
export class HostTrigger {
  readonly #trigger: Trigger;

  constructor({ id, handler, event, owner }: Trigger) {
    this.#trigger = { id, handler, event, owner };
  }
  getUniqueId(): string {
    return this.#trigger.id;
  }
  getHandlerFunction(): string {
    return this.#trigger.handler;
  }
  getEventType(): GoogleAppsScript.Script.EventType {
    return (enums.EventType as never)[this.#trigger.event];
  }
  getTriggerSource(): GoogleAppsScript.Script.TriggerSource {
    return this.#trigger.event === 'CLOCK' ? enums.TriggerSource.CLOCK : enums.TriggerSource.SPREADSHEETS;
  }
  getTriggerSourceId(): string {
    return this.#trigger.event === 'CLOCK' ? (null as never) : port.book.id;
  }
}

const install = (handler: string, event: TriggerEvent, schedule?: Schedule): Gas =>
  call('TriggerBuilder.create', 'script', () => new HostTrigger(port.triggers.add(handler, event, schedule)) as never);

export class HostTriggerBuilder {
  readonly #handler: string;

  constructor(handler: string) {
    this.#handler = handler;
  }
  timeBased(): GoogleAppsScript.Script.ClockTriggerBuilder {
    return new HostClockTriggerBuilder(this.#handler) as never;
  }
  forSpreadsheet(_spreadsheet: unknown): GoogleAppsScript.Script.SpreadsheetTriggerBuilder {
    makeSpreadsheet();
    return new HostSpreadsheetTriggerBuilder(this.#handler) as never;
  }
}

export class HostSpreadsheetTriggerBuilder {
  readonly #handler: string;
  #event: TriggerEvent | null = null;

  constructor(handler: string) {
    this.#handler = handler;
  }
  #on(event: TriggerEvent): GoogleAppsScript.Script.SpreadsheetTriggerBuilder {
    this.#event = event;
    return this as never;
  }
  onEdit(): GoogleAppsScript.Script.SpreadsheetTriggerBuilder {
    return this.#on('ON_EDIT');
  }
  onChange(): GoogleAppsScript.Script.SpreadsheetTriggerBuilder {
    return this.#on('ON_CHANGE');
  }
  onOpen(): GoogleAppsScript.Script.SpreadsheetTriggerBuilder {
    return this.#on('ON_OPEN');
  }
  onFormSubmit(): GoogleAppsScript.Script.SpreadsheetTriggerBuilder {
    return this.#on('ON_FORM_SUBMIT');
  }
  create(): Gas {
    if (!this.#event) throw new Exception('The trigger must be specified.');
    return install(this.#handler, this.#event);
  }
}

/** When a clock trigger fires. everyMinutes takes 1, 5, 10, 15 or 30 only; the minute of a "9 AM" trigger is Google's choice. */
export class HostClockTriggerBuilder {
  readonly #handler: string;
  #schedule: Schedule;

  constructor(handler: string) {
    this.#handler = handler;
    this.#schedule = { zone: port.run.timeZone };
  }
  #with(patch: Partial<Schedule>): GoogleAppsScript.Script.ClockTriggerBuilder {
    this.#schedule = { ...this.#schedule, ...patch };
    return this as never;
  }
  everyMinutes(n: number): GoogleAppsScript.Script.ClockTriggerBuilder {
    if (![1, 5, 10, 15, 30].includes(n))
      throw new Exception('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    return this.#with({ every: 'minutes', count: n });
  }
  everyHours(n: number): GoogleAppsScript.Script.ClockTriggerBuilder {
    if (![1, 2, 4, 6, 8, 12].includes(n))
      throw new Exception('The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.');
    return this.#with({ every: 'hours', count: n });
  }
  everyDays(n: number): GoogleAppsScript.Script.ClockTriggerBuilder {
    return this.#with({ every: 'days', count: n });
  }
  everyWeeks(n: number): GoogleAppsScript.Script.ClockTriggerBuilder {
    return this.#with({ every: 'weeks', count: n });
  }
  onWeekDay(day: GoogleAppsScript.Base.Weekday): GoogleAppsScript.Script.ClockTriggerBuilder {
    const names = Object.keys(enums.Weekday);
    return this.#with({ every: 'weeks', count: this.#schedule.count ?? 1, weekday: names.indexOf(enumName(day)) });
  }
  onMonthDay(day: number): GoogleAppsScript.Script.ClockTriggerBuilder {
    return this.#with({ every: 'month', monthDay: day });
  }
  atHour(hour: number): GoogleAppsScript.Script.ClockTriggerBuilder {
    if (!(hour >= 0 && hour <= 23)) throw new Exception('The hour must be between 0 and 23.');
    return this.#with({ hour: Math.trunc(hour) });
  }
  nearMinute(minute: number): GoogleAppsScript.Script.ClockTriggerBuilder {
    return this.#with({ minute });
  }
  inTimezone(timezone: string): GoogleAppsScript.Script.ClockTriggerBuilder {
    return this.#with({ zone: timezone });
  }
  after(durationMilliseconds: number): GoogleAppsScript.Script.ClockTriggerBuilder {
    return this.#with({ at: port.now() + durationMilliseconds });
  }
  at(date: GoogleAppsScript.Base.Date): GoogleAppsScript.Script.ClockTriggerBuilder {
    return this.#with({ at: (date as unknown as Date).getTime() });
  }
  atDate(year: number, month: number, day: number): GoogleAppsScript.Script.ClockTriggerBuilder {
    return this.#with({ at: new Date(year, month - 1, day).getTime() });
  }
  create(): Gas {
    const { at, every } = this.#schedule;
    if (at === undefined && every === undefined) throw new Exception('The trigger must have a schedule.');
    return install(this.#handler, 'CLOCK', this.#schedule);
  }
}
