/**
 * Says to a screen reader what the marks show. A description cannot reach into a shadow root, so it
 * stands in the light DOM of the host, where nothing is drawn; the page's own attributes come back.
 */
import type { Mark } from './view.ts';

interface Described {
  readonly note: HTMLElement;
  readonly invalid: string | null;
}

export interface Aria {
  /** Describes the controls of these marks, and no others any more. */
  readonly describe: (marks: readonly Mark[]) => void;
}

function withId(list: string | null, id: string): string {
  return [...(list ?? '').split(/\s+/).filter((other) => other !== '' && other !== id), id].join(
    ' ',
  );
}

function restore(control: HTMLElement, { note, invalid }: Described): void {
  const others = (control.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .filter((id) => id !== '' && id !== note.id);
  if (others.length === 0) control.removeAttribute('aria-describedby');
  else control.setAttribute('aria-describedby', others.join(' '));
  if (invalid === null) control.removeAttribute('aria-invalid');
  else control.setAttribute('aria-invalid', invalid);
  note.remove();
}

export function createAria(host: HTMLElement): Aria {
  const described = new Map<HTMLElement, Described>();
  return {
    describe(marks) {
      const wanted = new Map<HTMLElement, Mark>();
      for (const mark of marks) {
        const [control] = mark.parts;
        if (control && mark.findings.length > 0) wanted.set(control, mark);
      }
      for (const [control, entry] of described) {
        if (wanted.has(control)) continue;
        restore(control, entry);
        described.delete(control);
      }
      for (const [control, mark] of wanted) {
        let entry = described.get(control);
        if (entry === undefined) {
          const note = document.createElement('span');
          note.id = `baosong-${mark.id}`;
          host.append(note);
          entry = { note, invalid: control.getAttribute('aria-invalid') };
          described.set(control, entry);
        }
        entry.note.textContent = mark.findings.map(({ message }) => message).join(' ');
        control.setAttribute(
          'aria-describedby',
          withId(control.getAttribute('aria-describedby'), entry.note.id),
        );
        if (mark.level === 'error') control.setAttribute('aria-invalid', 'true');
      }
    },
  };
}
