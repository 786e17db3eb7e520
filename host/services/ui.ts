import type { MenuItem } from '../types';
import { Button, ButtonSet } from './enums';
import { call, EnumValue, Exception, enumName, handle, needScope, port } from './realm';

type Menu = GoogleAppsScript.Base.Menu;

const buttonOf = (name: string): GoogleAppsScript.Base.Button => (Button as never)[name];

/** Title, prompt and buttons in any of the three forms that alert and prompt know. */
function words(args: readonly unknown[]): { title: string; message: string; buttons: string } {
  const texts = args.filter((arg) => !(arg instanceof EnumValue));
  const set = args.find((arg) => arg instanceof EnumValue);
  const [title, message] = texts.length > 1 ? texts : ['', texts[0]];
  return { title: String(title ?? ''), message: String(message ?? ''), buttons: enumName(set) || 'OK' };
}

/** The person's screen. */
export class HostUi {
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;

  /** Suspends the script until answered; its locks are lost meanwhile (Ui.alert). */
  alert(...args: unknown[]): GoogleAppsScript.Base.Button {
    const { title, message, buttons } = words(args);
    return call('Ui.alert', 'ui', () => buttonOf(port.ui.alert(title, message, buttons)));
  }
  prompt(...args: unknown[]): GoogleAppsScript.Base.PromptResponse {
    const { title, message, buttons } = words(args);
    const { button, text } = call('Ui.prompt', 'ui', () =>
      port.ui.prompt(title, message, args.some((arg) => arg instanceof EnumValue) ? buttons : 'OK'),
    );
    return new HostPromptResponse(buttonOf(button), text) as never;
  }
  createMenu(caption: string): Menu {
    handle();
    return new HostMenu(caption) as never;
  }
  createAddonMenu(): Menu {
    return this.createMenu('Extensions');
  }
  showSidebar(userInterface: unknown): void {
    needScope('Ui.showSidebar', 'script.container.ui');
    const output = userInterface as GoogleAppsScript.HTML.HtmlOutput;
    call('Ui.showSidebar', 'ui', () => port.ui.sidebar(output.getTitle() ?? '', output.getContent()));
  }
  showModalDialog(userInterface: unknown, title: string): void {
    this.#dialog('showModalDialog', userInterface, title, true);
  }
  showModelessDialog(userInterface: unknown, title: string): void {
    this.#dialog('showModelessDialog', userInterface, title, false);
  }
  showDialog(userInterface: unknown): void {
    this.#dialog(
      'showDialog',
      userInterface,
      (userInterface as GoogleAppsScript.HTML.HtmlOutput).getTitle() ?? '',
      false,
    );
  }
  #dialog(method: string, userInterface: unknown, title: string, modal: boolean): void {
    needScope(`Ui.${method}`, 'script.container.ui');
    const output = userInterface as GoogleAppsScript.HTML.HtmlOutput;
    call(`Ui.${method}`, 'ui', () =>
      port.ui.dialog(String(title), output.getContent(), output.getWidth() ?? 600, output.getHeight() ?? 400, modal),
    );
  }
}

export class HostPromptResponse {
  readonly #button: GoogleAppsScript.Base.Button;
  readonly #text: string;

  constructor(button: GoogleAppsScript.Base.Button, text: string) {
    this.#button = button;
    this.#text = text;
  }
  getSelectedButton(): GoogleAppsScript.Base.Button {
    return this.#button;
  }
  getResponseText(): string {
    return this.#text;
  }
}

/** A menu that is being put together; addToUi shows it. */
export class HostMenu {
  readonly #caption: string;
  readonly #items: MenuItem[] = [];

  constructor(caption: string) {
    this.#caption = String(caption);
  }
  addItem(caption: string, functionName: string): Menu {
    if (typeof functionName !== 'string')
      throw new Exception("The parameters (String,Function) don't match the method signature for Menu.addItem.");
    this.#items.push({ caption: String(caption), functionName });
    return this as never;
  }
  addSeparator(): Menu {
    this.#items.push({ caption: '', functionName: '' });
    return this as never;
  }
  addSubMenu(menu: Menu): Menu {
    const { caption, items } = HostMenu.plain(menu);
    this.#items.push({ caption, functionName: '', items });
    return this as never;
  }
  addToUi(): void {
    call('Menu.addToUi', 'ui', () => port.ui.menu(this.#caption, this.#items));
  }
  static plain(menu: unknown): { caption: string; items: MenuItem[] } {
    const { caption, items } = { caption: (menu as HostMenu).#caption, items: (menu as HostMenu).#items };
    return { caption, items };
  }
}

/** Browser: the older way to ask. */
export class HostBrowser {
  readonly Buttons = ButtonSet as never;

  msgBox(...args: unknown[]): string {
    const { title, message, buttons } = words(args);
    return call('Browser.msgBox', 'ui', () => {
      if (!port.run.hasEditor) throw new Exception('Cannot call Browser.msgBox() from this context.');
      return port.ui.alert(title, message, buttons).toLowerCase();
    });
  }
  inputBox(...args: unknown[]): string {
    const { title, message, buttons } = words(args);
    return call('Browser.inputBox', 'ui', () => {
      if (!port.run.hasEditor) throw new Exception('Cannot call Browser.inputBox() from this context.');
      const { button, text } = port.ui.prompt(title, message, buttons);
      return button === 'OK' || button === 'YES' ? text : 'cancel';
    });
  }
}
