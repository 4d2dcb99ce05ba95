/** Why a file is not read. */

/**
 * `empty`; `notAWorkbook` or broken; `oldFormat` (.xls, .et); `encrypted`; `noRecords` and `noOutcomes`:
 * a workbook in which no sheet holds what was looked for.
 */
export type RefusalReason =
  'empty' | 'notAWorkbook' | 'oldFormat' | 'encrypted' | 'noRecords' | 'noOutcomes';

/** A file that is not read. The message is one Chinese sentence that says what to do. */
export class WorkbookRefusal extends Error {
  override readonly name = 'WorkbookRefusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
