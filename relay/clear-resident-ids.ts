/**
 * The last line that keeps identity numbers out of the relay (design, decision 4): whatever comes in is
 * searched for valid resident IDs before anything else is done with it.
 */
import { findResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import { jsonPointer } from './json-pointer.ts';

/** Identifiers and moments that the protocol makes itself, whose digits say nothing about anyone. */
const machineMade =
  /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)$/;

/**
 * JSON pointers of the places at which a parsed JSON value holds a valid resident ID in clear, free text
 * included. A key that holds one is named by the object that it belongs to, so that no answer repeats it.
 */
export function clearResidentIds(value: unknown): string[] {
  const places: string[] = [];
  visit(value, [], places);
  return [...new Set(places)];
}

/** Whether a text holds a valid resident ID in clear. */
export function holdsResidentId(text: string): boolean {
  return !machineMade.test(text) && findResidentIds(text).length > 0;
}

function visit(value: unknown, path: readonly PropertyKey[], places: string[]): void {
  if (typeof value === 'string') {
    if (holdsResidentId(value)) places.push(jsonPointer(path));
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, [...path, index], places);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      const keyHolds = holdsResidentId(key);
      if (keyHolds) places.push(jsonPointer(path));
      visit(member, keyHolds ? path : [...path, key], places);
    }
  }
}
