/** How a value that identifies a person looks until the clerk asks to see it. */
import { findResidentIds, mask, maskResidentIds } from '@baosong/shared/identifiers/resident-id.ts';

/** A number masked; in free text only the resident IDs. */
export function concealed(value: string): string {
  return findResidentIds(value).length > 0 ? maskResidentIds(value) : mask(value);
}
