import type { StylePatch } from '../workbook/style';
import { cssColor } from './color';
import { handle } from './realm';

type Gas = GoogleAppsScript.Spreadsheet.TextStyle;
type Builder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;
type Look = Pick<StylePatch, 'weight' | 'slant' | 'line' | 'size' | 'family' | 'color'>;

/** How a cell's text is written. What a style leaves open is null. */
export class HostTextStyle {
  readonly #look: Look;

  constructor({ weight, slant, line, size, family, color }: Look = {}) {
    this.#look = { weight, slant, line, size, family, color };
  }

  /** The fields that are set, for laying over a cell's style. */
  static patchOf(style: unknown): StylePatch {
    const look = (style as HostTextStyle).#look;
    return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
  }

  copy(): Builder {
    return new HostTextStyleBuilder(this.#look) as never;
  }
  isBold(): boolean {
    return this.#look.weight === 'bold';
  }
  isItalic(): boolean {
    return this.#look.slant === 'italic';
  }
  isStrikethrough(): boolean {
    return this.#look.line === 'line-through';
  }
  isUnderline(): boolean {
    return this.#look.line === 'underline';
  }
  getFontSize(): number {
    return this.#look.size ?? 10;
  }
  getFontFamily(): string {
    return this.#look.family ?? 'Arial';
  }
  getForegroundColor(): string {
    return this.#look.color ?? '#000000';
  }
}

/** Builds text styles. */
export class HostTextStyleBuilder {
  #look: Look;

  constructor(look: Look = {}) {
    handle();
    this.#look = look;
  }
  #with(patch: Look): Builder {
    this.#look = { ...this.#look, ...patch };
    return this as never;
  }
  build(): Gas {
    return new HostTextStyle(this.#look) as never;
  }
  setBold(bold: boolean): Builder {
    return this.#with({ weight: bold ? 'bold' : 'normal' });
  }
  setItalic(italic: boolean): Builder {
    return this.#with({ slant: italic ? 'italic' : 'normal' });
  }
  setStrikethrough(strikethrough: boolean): Builder {
    return this.#with({ line: strikethrough ? 'line-through' : 'none' });
  }
  setUnderline(underline: boolean): Builder {
    return this.#with({ line: underline ? 'underline' : 'none' });
  }
  setFontSize(size: number): Builder {
    return this.#with({ size });
  }
  setFontFamily(family: string): Builder {
    return this.#with({ family });
  }
  setForegroundColor(color: string): Builder {
    return this.#with({ color: cssColor(color) });
  }
}
