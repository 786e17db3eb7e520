import type { MenuItem, UiPort } from '../types';

/** What the script showed, in order. */
export interface Shown {
  what: 'menu' | 'alert' | 'prompt' | 'toast' | 'sidebar' | 'dialog' | 'activate';
  title: string;
  text: string;
}

/**
 * A person who answers by a list and remembers what was shown. Without an answer left, alerts are answered `OK` or `YES` and prompts
 * `CANCEL`.
 */
export class ScriptedUi implements UiPort {
  readonly shown: Shown[] = [];

  constructor(private readonly answers: string[] = []) {}

  private show(what: Shown['what'], title: string, text: string): void {
    this.shown.push({ what, title, text });
  }

  menu(title: string, items: MenuItem[]): void {
    this.show('menu', title, items.map((item) => item.caption).join(' · '));
  }

  alert(title: string, message: string, buttons: string): string {
    this.show('alert', title, message);
    return this.answers.shift() ?? (buttons.startsWith('YES') ? 'YES' : 'OK');
  }

  prompt(title: string, message: string): { button: string; text: string } {
    this.show('prompt', title, message);
    const text = this.answers.shift();
    return text === undefined ? { button: 'CANCEL', text: '' } : { button: 'OK', text };
  }

  toast(message: string, title: string): void {
    this.show('toast', title, message);
  }

  sidebar(title: string, html: string): void {
    this.show('sidebar', title, html);
  }

  dialog(title: string, html: string): void {
    this.show('dialog', title, html);
  }

  activate(sheetName: string, a1: string): void {
    this.show('activate', sheetName, a1);
  }
}
