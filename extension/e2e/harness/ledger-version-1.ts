/**
 * A ledger as the first released version stored it, with one record that the platform sent back. Frozen: later
 * versions have to open it.
 */
import type { ExtensionBrowser } from './browser.ts';

/** What the platform said of the record. */
export interface StoredRejection {
  readonly code?: string;
  readonly message?: string;
}

/** The document number of the record in the ledger. */
export const storedDocumentNumber = '云示许〔2026〕8号';

const stores = {
  records: {
    keyPath: 'id',
    indexes: ['kind', 'subjectCategory', 'decisionDate', 'week', 'updatedAt'],
    compound: ['kind', 'documentKey'],
  },
  revisions: { keyPath: ['recordId', 'number'], indexes: ['recordId'] },
  submissions: { keyPath: 'id', indexes: ['recordId', 'at'] },
  outcomes: { keyPath: 'id', indexes: ['recordId', 'submissionId'] },
  zeroReports: { keyPath: 'id', indexes: ['week'], compound: ['kind', 'week'] },
  imports: { keyPath: 'id', indexes: ['kind'] },
  templates: { keyPath: 'id', indexes: ['kind'] },
  outbox: { keyPath: 'key', indexes: ['state', 'nextAttemptAt'] },
  meta: { keyPath: 'key', indexes: [] },
};

function rowsWith(rejection: StoredRejection): Readonly<Record<string, object>> {
  const at = '2026-03-06T01:00:00.000Z';
  const recordId = '019cc0de-0000-7000-8000-000000000001';
  return {
    records: {
      id: recordId,
      kind: 'licence',
      subjectCategory: 'legalPerson',
      decisionDate: '2026-03-05',
      week: '2026-03-02',
      documentKey: storedDocumentNumber,
      updatedAt: at,
    },
    revisions: {
      recordId,
      number: 1,
      base: null,
      standard: 'licence@2019#1',
      at,
      author: '示例乙',
      content: {
        scheme: 'plain',
        data: {
          values: {
            subjectName: '示例市云溪商贸有限公司',
            subjectCategory: 'legalPerson',
            unifiedSocialCreditCode: '91350100M000100Y43',
            documentNumber: storedDocumentNumber,
            decisionDate: '2026-03-05',
          },
          contentHash: '0'.repeat(64),
        },
      },
    },
    submissions: {
      id: '019cc0de-0000-7000-8000-000000000002',
      recordId,
      revision: 1,
      platform: 'http://127.0.0.1:8788',
      at,
      evidence: { kind: 'list', at },
      by: '示例乙',
      overrides: [],
    },
    outcomes: {
      id: '019cc0de-0000-7000-8000-000000000003',
      recordId,
      submissionId: '019cc0de-0000-7000-8000-000000000002',
      verdict: 'rejected',
      ...rejection,
      source: 'platform',
      at,
    },
  };
}

/** Puts such a ledger in the place of the extension's own; its pages have to be opened anew. */
export async function storeVersion1(
  { worker }: ExtensionBrowser,
  rejection: StoredRejection,
): Promise<void> {
  await (
    await worker()
  ).evaluate(
    async ({ schema, rows }) => {
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('IndexedDB refused.'));
        });
      const deletion = settled(indexedDB.deleteDatabase('baosong'));
      // Asked for at once, so that nothing else opens it in between. Dexie counts versions in tens.
      const opening = indexedDB.open('baosong', 10);
      opening.onupgradeneeded = () => {
        for (const [name, store] of Object.entries(schema)) {
          const made = opening.result.createObjectStore(name, { keyPath: store.keyPath });
          for (const index of store.indexes) made.createIndex(index, index);
          if ('compound' in store)
            made.createIndex(`[${store.compound.join('+')}]`, store.compound);
        }
      };
      await deletion;
      const database = await settled(opening);
      const transaction = database.transaction(Object.keys(rows), 'readwrite');
      for (const [name, row] of Object.entries(rows)) transaction.objectStore(name).add(row);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error ?? new Error('Aborted.'));
      });
      database.close();
    },
    { schema: stores, rows: rowsWith(rejection) },
  );
}
