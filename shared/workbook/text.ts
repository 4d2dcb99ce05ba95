/** Text that a spreadsheet program must not take for a formula. */

/** The apostrophe that `neutral` puts before a text; reading takes it off again. */
export const neutralPrefix = /^'(?=[=+\-@\t\r])/;

/**
 * A text with an apostrophe before it where it begins like a formula (`=`, `+`, `-`, `@`, tab, return):
 * a cell of text does nothing by itself, but becomes a formula when it is edited or goes through CSV.
 */
export function neutral(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
