/**
 * How content lies in the database. The columns beside it are what may be read without a key; the content
 * is opened only here, so that a sealed scheme (with the id of its key) can join without moving any data.
 */

/** Content as stored; `scheme` says how to open it. */
export interface Content<T> {
  readonly scheme: 'plain';
  readonly data: T;
}

/** Puts content into its envelope. */
export function enclose<T>(data: T): Content<T> {
  return { scheme: 'plain', data };
}

/** Takes content out of its envelope. */
export function disclose<T>(content: Content<T>): T {
  return content.data;
}
