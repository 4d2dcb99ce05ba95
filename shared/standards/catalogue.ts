/**
 * All standards that Baosong knows, of every kind and generation. Content scripts and the hot path know those
 * of 双公示 in force by `index.ts`; this file is for import, export, other kinds and documents.
 */
import { licence2015, licence2018, penalty2015, penalty2018 } from './earlier.ts';
import type { Generation, RecordKind, Standard } from './field.ts';
import { licence2019 } from './licence.ts';
import { blacklist, honour, other } from './lists.ts';
import { penalty2019 } from './penalty.ts';

/** Every standard, the one in force of each kind before its earlier generations. */
export const catalogue: readonly Standard[] = [
  licence2019,
  licence2018,
  licence2015,
  penalty2019,
  penalty2018,
  penalty2015,
  honour,
  blacklist,
  other,
];

/** The kinds of records in the order in which screens show them. */
export const recordKinds: readonly RecordKind[] = [...new Set(catalogue.map(({ kind }) => kind))];

/** The standard of a kind and generation; `undefined` where the kind has no such generation. */
export function standardOf(kind: RecordKind, generation: Generation): Standard | undefined {
  return catalogue.find((standard) => standard.kind === kind && standard.generation === generation);
}

const inForce: Readonly<Record<RecordKind, Standard>> = {
  licence: licence2019,
  penalty: penalty2019,
  honour,
  blacklist,
  other,
};

/** The standard in force for a kind. */
export function standardInForce(kind: RecordKind): Standard {
  return inForce[kind];
}

/** The ids of all fields of all standards. */
export const allFieldIds: ReadonlySet<string> = new Set(
  catalogue.flatMap(({ fields }) => fields.map(({ id }) => id)),
);

/** The generations of a kind, the newest first. */
export function generationsOf(kind: RecordKind): readonly Standard[] {
  return catalogue.filter((standard) => standard.kind === kind);
}
