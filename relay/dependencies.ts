/** What the application needs from outside. */
import type { Store } from './store/port.ts';

export interface Dependencies {
  readonly store: Store;
  readonly now: () => Date;
  /** Is told of errors that nobody expected; what it is told is free of request content. */
  readonly report: (error: Error) => void;
}
