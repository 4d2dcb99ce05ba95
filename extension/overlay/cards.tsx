/** @jsxImportSource ./jsx */
/** Popover and panel of the overlay; they come into a frame when there is one to show. */
import css from './cards.css?inline';
import type { JSX } from './jsx/jsx-runtime.ts';
import { panelOf } from './panel.tsx';
import { type DrawCards, type Mark, type OverlayActions, tagOf } from './view.ts';

interface PopoverProps {
  readonly mark: Mark;
  readonly actions: OverlayActions;
}

function Popover({ mark, actions }: PopoverProps): JSX.Element {
  return (
    <div
      class={`card popover ${mark.level}`}
      data-popover={mark.id}
      role="group"
      aria-label={mark.label}
      // The focus stays in the field: without it the popover would go before its button is released.
      onMouseDown={(event) => event.preventDefault()}
    >
      <ul>
        {mark.findings.map((finding) => (
          <li class={finding.level} key={finding.code}>
            <span class="tag">{tagOf(finding)}</span>
            {finding.message}
            {finding.fix && (
              <div>
                {[finding.fix, ...(finding.alternatives ?? [])].map(({ label, changes }) => (
                  <button
                    class="action primary"
                    type="button"
                    key={label}
                    onClick={() => actions.fix(changes)}
                  >
                    {label}
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

export const drawCards: DrawCards = (view, opened, closeList, actions) => (
  <>
    <style>{css}</style>
    {opened && <Popover key="popover" mark={opened} actions={actions} />}
    {panelOf(view, closeList, actions)}
  </>
);
