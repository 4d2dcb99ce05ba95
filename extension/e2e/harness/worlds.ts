/** The isolated worlds of a page: which of them are the extension's, and what stands in one. */
import type { CDPSession, Page } from 'playwright-core';

interface Context {
  readonly id: number;
  readonly origin: string;
}

export interface Worlds {
  /** Contexts of the extension in this page by now, one for each frame with its scripts. */
  readonly ofExtension: () => readonly Context[];
  /** Evaluates in the extension's world of the top frame. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  readonly session: CDPSession;
}

/** Watches the worlds of a page; call it before the page is loaded. */
export async function worldsOf(page: Page): Promise<Worlds> {
  const session = await page.context().newCDPSession(page);
  const contexts = new Map<number, Context>();
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.set(context.id, context));
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
    contexts.delete(executionContextId),
  );
  session.on('Runtime.executionContextsCleared', () => contexts.clear());
  await session.send('Runtime.enable');
  const ofExtension = (): readonly Context[] =>
    [...contexts.values()].filter(({ origin }) => origin.startsWith('chrome-extension://'));
  return {
    ofExtension,
    session,
    async evaluate<T>(expression: string): Promise<T> {
      const [context] = ofExtension();
      if (context === undefined) throw new Error('The extension has no world in this page.');
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: context.id,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result.value as T;
    },
  };
}
