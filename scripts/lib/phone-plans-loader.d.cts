declare function withoutFormats(source: string): string;
export = withoutFormats;
