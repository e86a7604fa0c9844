/** A change of stored data, numbered so that the order is plain; it has to be safe to run twice. */
export interface Migration {
  /** Such as `0001-fold-names`. */
  name: string;
  run(): Promise<void>;
}
