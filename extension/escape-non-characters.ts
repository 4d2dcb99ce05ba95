/**
 * Chromium refuses an extension whose scripts hold one of Unicode's noncharacters, such as the U+FFFF in
 * Dexie. WXT's own switch for this (`experimental.escapeUnicode`, 0.21.4) writes U+10FFFF as `\u10ffff`, which
 * reads as two other characters and breaks exceljs; so the build does it here.
 */

const nonCharacters =
  /[\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g;

/** The code with each noncharacter as escapes of its UTF-16 units, which mean the same in every literal. */
export function escapeNonCharacters(code: string): string {
  return code.replace(nonCharacters, (found) =>
    Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16)}`).join(
      '',
    ),
  );
}
