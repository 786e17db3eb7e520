import type { MetadataJson } from 'libphonenumber-js/core';

/** A webpack loader: the module of the plans as the bundle carries it. */
declare function load(source: string): string;
declare namespace load {
  /** The plans without formats, from the source of the library's module. */
  function withoutFormats(source: string): MetadataJson;
}
export = load;
