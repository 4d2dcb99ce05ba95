/** The head of a place: its name, what can be done there, and how the last thing done went. */
import type { ComponentChildren } from 'preact';
import { deskPlaces } from '../../features/pages.ts';
import type { DeskPlace } from '../../features/pages.ts';
import { Notices } from '../../ui/act.tsx';

export function PlaceHeader(props: {
  readonly place: DeskPlace;
  readonly children?: ComponentChildren;
}) {
  return (
    <>
      <header>
        <h2>{deskPlaces[props.place]}</h2>
        {props.children}
      </header>
      <Notices />
    </>
  );
}
