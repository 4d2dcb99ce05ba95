/**
 * Site profiles (网站识别方案): what a clerk has taught about a form by pointing at it. A profile names
 * controls by what survives a rebuild of the page, holds no values, and is used whole or not at all.
 */
import type { FieldId, DoublePublicityKind } from '@baosong/shared/standards/index.ts';
import type { ControlShape, FieldRecord, FormRecord } from './field-record.ts';
import { groupPrefix, normaliseLabel } from './label.ts';
import type { Taught } from './recognise.ts';

/** Names a control by what its page shows and calls it. */
export interface ControlSelector {
  /** `name` and `id`, where they were written by hand. */
  readonly names: readonly string[];
  /** The nearest label, normalised; `''` where there is none. */
  readonly label: string;
  /** The nearest heading above, see `groupPrefix`. */
  readonly group: string;
  readonly shape: ControlShape;
}

/** What a control is for: a field; `ignored`, nothing that is reported; `null`, left to recognition. */
export type ControlMeaning = FieldId | 'ignored' | null;

/** One control of the form as it was when it was taught. */
export interface TaughtControl {
  readonly selector: ControlSelector;
  readonly meaning: ControlMeaning;
}

/** What a button does: it submits the form, or files a zero report (零报送) of a kind. */
export type ButtonMeaning = 'submission' | `zero:${DoublePublicityKind}`;

/** Names a button: the `nth` (from 0) of `of` buttons with these words. */
export interface ButtonSelector {
  readonly words: string;
  readonly names: readonly string[];
  readonly nth: number;
  readonly of: number;
}

export interface TaughtButton {
  readonly selector: ButtonSelector;
  readonly meaning: ButtonMeaning;
}

/** What is taught about one form of one site; all its controls together are the form's signature. */
export interface ProfileContent {
  readonly name: string;
  /** Such as `http://credit.example.cn:8080`. */
  readonly origin: string;
  /** Where in the site, see `routeOf`. */
  readonly route: string;
  readonly kind: DoublePublicityKind;
  /** In page order. */
  readonly controls: readonly TaughtControl[];
  readonly buttons: readonly TaughtButton[];
}

/** A profile as it is kept. */
export interface SiteProfile extends ProfileContent {
  readonly id: string;
  readonly updatedAt: string;
}

/** What the clerk is told about a profile for the page: it is used, or the form is another one by now. */
export interface ProfileNote {
  readonly name: string;
  readonly state: 'used' | 'changed';
  /** Taught controls that are not on the page. */
  readonly missing: number;
}

/** What libraries make up anew with every page: `el-id-1234-5`, `:r1:`, `rc_select_0`, uuids, hashes. */
const generated = [
  /^el-id-|^:r|^«r|^rc[_-]|^radix|^headlessui|^react-|^ember\d|^ext-|^layui-|^_easyui_|^v-\d/i,
  /[0-9a-f]{8}-[0-9a-f]{4}/i,
  /\d{5,}/,
  /[-_:][0-9a-f]*\d[0-9a-f]{5,}$/i,
  /^(?=.*\d)(?=.*[a-z])[a-z0-9]{12,}$/i,
];

/** Whether a `name` or `id` was written by a person and is the same tomorrow. */
export function isStableName(name: string): boolean {
  return name !== '' && name.length <= 60 && !generated.some((pattern) => pattern.test(name));
}

/** Names a control of a collected form. */
export function selectorOf({ codes, labels, groups, shape }: FieldRecord): ControlSelector {
  return {
    names: codes.filter(isStableName),
    // A title is no label: it often repeats the value.
    label: normaliseLabel(labels.find(({ source }) => source !== 'title')?.text ?? ''),
    group: groupPrefix(groups[0] ?? ''),
    shape,
  };
}

const volatile = /^(_|t|ts|r|rnd|random|time|timestamp|page|token|ticket|sid|.*id)$/i;

/**
 * The route of an address: path and hash route, numbered parts as `*`, and the parameters that choose a
 * page (`?type=1`, `?m=add`) but not those that choose a record or a moment.
 */
export function routeOf(address: string): string {
  const { pathname, search, hash } = new URL(address);
  const [hashRoute = '', hashSearch = ''] = /^#!?\//.test(hash) ? hash.split('?') : [];
  const plain = (path: string): string =>
    path
      .split('/')
      .map((part) => (/^\d+$|\d{5}|^[0-9a-f-]{16,}$/i.test(part) ? '*' : part))
      .join('/');
  const parameters = [...new URLSearchParams(search), ...new URLSearchParams(hashSearch)]
    .filter(([name, value]) => !volatile.test(name) && /^([a-z]\w{0,19}|\d{1,2})$/i.test(value))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const route = plain(pathname.replace(/;[^/]*/g, '')) + plain(hashRoute);
  return parameters.length === 0 ? route : `${route}?${parameters.join('&')}`;
}

/** Whether a page is at a profile's route; parameters that were added since do no harm. */
export function isAtRoute(route: string, page: string): boolean {
  const [path, parameters] = route.split('?');
  const [pagePath, pageParameters = ''] = page.split('?');
  const present = pageParameters.split('&');
  return (
    path === pagePath &&
    (parameters ?? '').split('&').every((one) => one === '' || present.includes(one))
  );
}

interface Fit {
  /** The record that each control of the profile was found as. */
  readonly found: ReadonlyMap<TaughtControl, number>;
  /** Whether some control carries the name of a taught one, and another label. */
  readonly renamed: boolean;
}

const keyOf = ({ label, group, shape }: ControlSelector): string =>
  [label, group, shape].join('\n');

/** Finds a profile's controls in a form: by name where the label agrees, else by label, heading and place. */
function fit({ controls }: ProfileContent, { fields }: FormRecord): Fit {
  const selectors = new Map(fields.map((field) => [field.index, selectorOf(field)]));
  const found = new Map<TaughtControl, number>();
  let renamed = false;
  for (const control of controls) {
    const { names, label, shape } = control.selector;
    const named = [...selectors].filter(([, { names: others }]) =>
      names.some((name) => others.includes(name)),
    );
    const [only] = named;
    if (only === undefined || named.length > 1) continue;
    const [index, { label: present, shape: presentShape }] = only;
    const agrees = (label === present || label === '' || present === '') && shape === presentShape;
    if (agrees) {
      found.set(control, index);
      selectors.delete(index);
    } else if (control.meaning !== null) renamed = true;
  }
  const groups = new Map<string, { of: TaughtControl[]; at: number[] }>();
  const groupAt = (selector: ControlSelector): { of: TaughtControl[]; at: number[] } => {
    const key = keyOf(selector);
    const group = groups.get(key) ?? { of: [], at: [] };
    groups.set(key, group);
    return group;
  };
  for (const control of controls)
    if (!found.has(control)) groupAt(control.selector).of.push(control);
  for (const [index, selector] of selectors) groupAt(selector).at.push(index);
  for (const { of, at } of groups.values()) {
    // Of several that look alike, none is known once there are more or fewer of them.
    if (of.length !== at.length) continue;
    of.forEach((control, place) => found.set(control, at[place] ?? 0));
  }
  return { found, renamed };
}

/** Below this share of its controls a form is another one; so it is with half as many new ones again. */
const leastFound = 0.6;
const mostAdded = 0.5;
/** From this share on, a form that is another one by now was once the taught one. */
const kinship = 0.25;

/** What the profiles of a page say about one of its forms. */
export interface ProfileUse {
  readonly note: ProfileNote;
  /** What is fixed for recognition; `null` where the form has changed. */
  readonly taught: Taught | null;
  readonly profile: SiteProfile;
}

/**
 * The profile that a form was taught by, or that it has grown out of; `null` where it is neither.
 *
 * @param isQueryForm whether a form with these buttons asks for data, see `buttons.ts`.
 */
export function profileFor(
  profiles: readonly SiteProfile[],
  form: FormRecord,
  isQueryForm: (buttons: readonly string[]) => boolean,
): ProfileUse | null {
  let best: ProfileUse | null = null;
  let most = 0;
  for (const profile of profiles) {
    const { controls, kind, name } = profile;
    if (controls.length === 0) continue;
    const { found, renamed } = fit(profile, form);
    const added = form.fields.length - found.size;
    const fits =
      !renamed && found.size >= controls.length * leastFound && added <= found.size * mostAdded;
    if (fits && found.size > most) {
      most = found.size;
      const taught = controls.filter(({ meaning }) => meaning !== null);
      const placed = taught.flatMap((control) => {
        const index = found.get(control);
        return index === undefined ? [] : [{ meaning: control.meaning, index }];
      });
      best = {
        profile,
        note: { name, state: 'used', missing: taught.length - placed.length },
        taught: {
          kind,
          fields: placed.flatMap(({ meaning, index }) =>
            meaning === null || meaning === 'ignored' ? [] : [[meaning, index] as const],
          ),
          ignored: placed.flatMap(({ meaning, index }) => (meaning === 'ignored' ? [index] : [])),
        },
      };
    }
    const akin =
      found.size >= controls.length * kinship ||
      (form.fields.length * 2 >= controls.length && !isQueryForm(form.buttons));
    if (best === null && !fits && (renamed || akin)) {
      const missing = controls.length - found.size;
      best = { profile, note: { name, state: 'changed', missing }, taught: null };
    }
  }
  return best;
}
