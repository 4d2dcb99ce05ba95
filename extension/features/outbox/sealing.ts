/**
 * What stays in the clerk's browser of the content of a record: sensitive fields, and any value in which a
 * valid resident ID stands. The relay gets the kind of document and a mask (design, decision 4).
 */
import { findResidentIds, mask, maskResidentIds } from '@baosong/shared/identifiers/resident-id.ts';
import type { RecordMessage } from '@baosong/shared/protocol/messages.ts';
import { standards } from '@baosong/shared/standards/index.ts';
import type { FieldId, DoublePublicityKind, RecordValues } from '@baosong/shared/standards/index.ts';

type Content = NonNullable<RecordMessage['content']>;

/** The field that says what kind of document a sensitive number belongs to. */
const documentTypeOf: Partial<Record<FieldId, FieldId>> = {
  legalRepresentativeDocumentNumber: 'legalRepresentativeDocumentType',
  subjectDocumentNumber: 'subjectDocumentType',
};

/** A form that does not ask for the kind of document takes resident IDs. */
const usualDocumentType = 'residentId';

/** The content of a record on a legal person as the relay may see it; blank fields are left out. */
export function sealedContent(kind: DoublePublicityKind, values: RecordValues): Content {
  const content: Content = {};
  for (const { id, sensitive } of standards[kind].fields) {
    const value = values[id]?.trim() ?? '';
    if (value === '') continue;
    if (sensitive === true) {
      const typeField = documentTypeOf[id];
      const documentType = typeField === undefined ? '' : (values[typeField] ?? '');
      content[id] = {
        sealed: {
          documentType: documentType === '' ? usualDocumentType : maskResidentIds(documentType),
          mask: mask(value),
        },
      };
    } else if (findResidentIds(value).length > 0) {
      content[id] = { sealed: { documentType: 'residentId', mask: maskResidentIds(value) } };
    } else {
      content[id] = value;
    }
  }
  return content;
}
