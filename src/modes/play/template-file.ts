/** What reaches outside for templates; `app/` brings it. */
export interface TemplateFiles {
  /** lets the player choose a file; `undefined` when none was chosen or it cannot be read. */
  open(accept: string): Promise<TemplateFile | undefined>;
  download(name: string, text: string, type: string): void;
}
export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

export const TEMPLATE_FILES = '.yaml,.yml,.json,.template';
