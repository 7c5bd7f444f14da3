/** Something that can be opened instead of what is on the screen. */
export interface Place {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly onGo: () => void;
}
