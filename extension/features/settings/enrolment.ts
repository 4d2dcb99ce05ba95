/** Enrolling this device at the unit's relay (接入报送中继). */
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { forgetRelayKnowledge } from '../../store/unit-reports.ts';
import { enrol } from '../outbox/relay.ts';
import { readSettings, saveEnrolment, saveProfile, sinceAfter, withCatalogue } from './settings.ts';

/**
 * The origin of an address as a clerk writes it, such as `relay.example.cn:8787/` for
 * `http://relay.example.cn:8787`, or `null` where it is none.
 */
export function relayOriginOf(written: string): string | null {
  const address = written.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  try {
    const { protocol, origin, hostname } = new URL(withScheme);
    return /^https?:$/.test(protocol) && hostname !== '' ? origin : null;
  } catch {
    // Not an address: the caller says so.
    return null;
  }
}

/**
 * Trades the code on the enrolment slip for access, and takes the unit's profile over from the relay.
 *
 * @returns the name of the unit.
 */
export async function enrolDevice(
  address: string,
  code: string,
  device: string,
  now: Date,
): Promise<string> {
  const origin = relayOriginOf(address);
  if (origin === null) {
    throw new Error('中继地址不对，请照接入单填写，如 http://192.168.1.10:8787。');
  }
  const { token, unit, catalogue } = await enrol(origin, code.trim(), device.trim());
  await saveEnrolment(origin, device.trim(), token);
  const { setUpOn, unit: known } = await readSettings();
  const today = shanghaiDate(now.toISOString());
  // What another relay or unit said must not answer for this one.
  await forgetRelayKnowledge();
  await saveProfile({
    unit: withCatalogue(
      {
        ...(known?.otherItems && { otherItems: known.otherItems }),
        since: sinceAfter(known, [...unit.kinds, ...(known?.otherItems ?? [])], today),
        name: unit.name,
        unifiedSocialCreditCode: unit.unifiedSocialCreditCode,
        kinds: unit.kinds,
      },
      catalogue,
      today,
    ),
    setUpOn: setUpOn ?? today,
  });
  return unit.name;
}
