/** How work leaves this browser. */
export interface HandInDesk {
  /** a link that holds the work of this moment. */
  linkFor(by: string): Promise<string>;
  /** false when the browser keeps the clipboard closed. */
  copy(text: string): Promise<boolean>;
  /** saves the work as a file and gives its name. */
  save(by: string): string;
}
