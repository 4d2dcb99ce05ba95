/** Why a file is not read. */

/**
 * `empty`; `notAWorkbook` or broken; `oldFormat` (.xls, .et); `encrypted`; `noRecords` and `noOutcomes`:
 * a workbook in which no sheet holds what was looked for; `severalSheets` hold it and one was to be chosen;
 * `noSuchSheet`: the chosen one is not there.
 */
export type RefusalReason =
  | 'empty'
  | 'notAWorkbook'
  | 'oldFormat'
  | 'encrypted'
  | 'noRecords'
  | 'noOutcomes'
  | 'severalSheets'
  | 'noSuchSheet';

/** A file that is not read. The message is one Chinese sentence that says what to do. */
export class WorkbookRefusal extends Error {
  override readonly name = 'WorkbookRefusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
