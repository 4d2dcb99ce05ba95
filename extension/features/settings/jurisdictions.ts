/** The jurisdictions that the clerk can choose from. */
import { huangshi } from '@baosong/shared/jurisdictions/huangshi.ts';
import type { Jurisdiction } from '@baosong/shared/jurisdictions/jurisdiction.ts';
import { practiceJurisdiction } from '@baosong/shared/jurisdictions/practice.ts';

export const jurisdictions: readonly Jurisdiction[] = [huangshi, practiceJurisdiction];

/** The preset of an id; the first where an older setting names one that is gone. */
export function jurisdictionOf(id: string): Jurisdiction {
  return jurisdictions.find((jurisdiction) => jurisdiction.id === id) ?? huangshi;
}
