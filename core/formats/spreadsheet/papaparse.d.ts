// The part of papaparse that csv.ts uses. Its published types bring in Node's
// globals, which core must not see.
declare module 'papaparse/papaparse.js' {
  interface StepResult {
    readonly data: readonly string[];
    readonly errors: readonly { readonly type: string }[];
    /** The offset in the text just after this record. */
    readonly meta: { readonly cursor: number };
  }
  interface Config {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly quoteChar: string;
    readonly step: (result: StepResult, parser: { abort(): void }) => void;
  }
  const papa: { parse(text: string, config: Config): unknown };
  export default papa;
}
