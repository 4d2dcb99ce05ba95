/**
 * A jurisdiction (行政区域): the city whose credit centre (信用中心) asks for the reports, with its
 * channels, cadences, deadlines and districts, as data. Presets lie beside this file; they hold no account
 * names and no passwords. A channel's site is granted to the extension only when the clerk confirms it.
 */
import type { ObligationPolicy } from '../calendar/obligation.ts';
import type { TimelinessRule } from '../calendar/timeliness.ts';
import type { DoublePublicityKind } from '../standards/index.ts';
import type { LevelPolicy } from '../validation/levels.ts';
import type { PlatformProfile } from '../validation/platform-profile.ts';

/** One way by which records reach the centre (报送渠道). */
export interface Channel {
  /** Stable within the jurisdiction. */
  readonly id: string;
  readonly name: string;
  /** For whom and for what, in Chinese, as settings show it. */
  readonly purpose: string;
  /** Origin of its pages, with the port. */
  readonly origin: string;
  /** Match pattern of its pages for a browser's permissions: without a port, which Firefox refuses. */
  readonly matchPattern: string;
  /** Record kinds that it takes; empty where it takes none of those that Baosong knows. */
  readonly kinds: readonly DoublePublicityKind[];
}

/** A district (县区) of the jurisdiction. */
export interface District {
  /** Six digits of GB/T 2260. */
  readonly code: string;
  readonly name: string;
}

/** One jurisdiction. */
export interface Jurisdiction {
  readonly id: string;
  readonly name: string;
  /** Who collects, counts and circulates. */
  readonly authority: string;
  /** The document that the preset follows, or `null` for a made-up one. */
  readonly basis: string | null;
  readonly channels: readonly Channel[];
  readonly obligationPolicy: ObligationPolicy;
  readonly timelinessRule: TimelinessRule;
  /** Levels of rules that the centre has set otherwise than the defaults. */
  readonly levels: LevelPolicy;
  /** The narrower rules of its platform, or `null` where they are not known. */
  readonly platformProfile: PlatformProfile | null;
  readonly districts: readonly District[];
}
