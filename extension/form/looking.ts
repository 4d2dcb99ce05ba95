/** Looks for the reporting form of a frame, as often as the page changes, until it is known what it is. */
import type { DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import { createOnDemand } from '../widgets/on-demand.ts';
import { type Scope, openScopes } from '../widgets/scopes.ts';
import type { FormReader, ReportingForm } from './bound-form.ts';
import { collectForms } from './collect.ts';
import type { CollectedForm } from './frame-state.ts';
import { toBackground } from './lent-messages.ts';
import type { ProfileNote } from './profile.ts';
import { createRecogniser } from './recogniser.ts';
import { type TaughtAbout, findReportingForm } from './reporting-form.ts';

/** What a look goes by beside the page itself. */
export interface LookedBy {
  readonly taughtAbout: TaughtAbout;
  /** The kind of record of which an earlier step was seen, or is being filled. */
  readonly stepKind: () => DoublePublicityKind | null;
  /** The open shadow roots that were seen: their changes are changes of the page. */
  readonly onRoots: (roots: readonly Scope[]) => void;
  /** Another look may see more; `isSamePage` where nothing on the page has changed by it. */
  readonly again: (isSamePage: boolean) => void;
}

export interface Looking extends FormReader {
  /** @param isSamePage nothing has changed since the last look. */
  readonly now: (isSamePage?: boolean) => ReportingForm | null;
  /** What the clerk is told about the profile for this page, by the last look. */
  readonly note: () => ProfileNote | null;
  /** Whether drivers of the page's widgets are on their way. */
  readonly awaitsDrivers: () => boolean;
  /** The forms while it is not known yet what each of them is. */
  readonly unknown: () => readonly CollectedForm[];
}

export function createLooking({ taughtAbout, stepKind, onRoots, again }: LookedBy): Looking {
  let collected: readonly CollectedForm[] = [];
  let form: ReportingForm | null = null;
  let note: ProfileNote | null = null;
  const drivers = createOnDemand(
    (families) => toBackground('page/widgets-wanted', { families }),
    () => {
      again(false);
    },
  );
  const { recognise, ...recognition } = createRecogniser(
    (question) => toBackground('page/recognise', question),
    () => {
      again(true);
    },
  );

  function now(isSamePage = false): ReportingForm | null {
    const scopes = openScopes();
    drivers.look(scopes);
    onRoots(scopes.slice(1));
    const step = stepKind();
    if (!isSamePage) collected = collectForms();
    let seen = findReportingForm(collected, recognise, taughtAbout);
    if (seen.form === null && step !== null)
      seen = findReportingForm(collectForms(1), recognise, taughtAbout, step);
    note = seen.note;
    // A form that has changed stays what it was until it is known what it is now.
    const isSame = seen.form === null && recognition.pending() && form?.root.isConnected === true;
    if (!isSame) ({ form } = seen);
    return form;
  }

  return {
    now,
    async found() {
      let seen = now();
      while (drivers.pending() || recognition.pending()) {
        await drivers.ready();
        await recognition.ready();
        seen = now();
      }
      return seen;
    },
    note: () => note,
    awaitsDrivers: drivers.pending,
    unknown: () => (recognition.pending() ? collected : []),
  };
}
