/** The relay (报送中继): enrolling this device, or leaving. */
import { useState } from 'preact/hooks';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { enrolDevice } from '../features/settings/enrolment.ts';
import { forgetRelay } from '../features/settings/settings.ts';
import type { Settings } from '../features/settings/settings.ts';
import { act } from './act.tsx';
import { tellBackground } from '../messages.ts';

export function RelayForm(props: { readonly settings: Settings; readonly now: Date }) {
  const { settings, now } = props;
  const [address, setAddress] = useState(settings.relay?.origin ?? '');
  const [code, setCode] = useState('');
  const [device, setDevice] = useState<string | null>(null);
  const suggestedDevice = [settings.office, settings.clerk].filter((part) => part !== '').join(' ');

  if (settings.relay) {
    return (
      <div class="stack">
        <p>
          已接入 <strong>{settings.relay.origin}</strong>，设备名「{settings.relay.device}」。
        </p>
        <p class="quiet">
          只发送已确认提交的记录；证件号码在本机遮盖后才发送，自然人只发送文书号、日期和结果。
        </p>
        <button
          type="button"
          class="danger"
          onClick={act(async () => {
            await forgetRelay(shanghaiDate(now.toISOString()));
            tellBackground();
            return '已断开报送中继。台账仍在本机，待发送的内容会保留到再次接入。';
          })}
        >
          断开
        </button>
      </div>
    );
  }
  return (
    <form
      class="stack"
      aria-label="接入报送中继"
      onSubmit={act(async () => {
        const unit = await enrolDevice(address, code, device ?? suggestedDevice, now);
        setCode('');
        tellBackground();
        return `已接入报送中继，单位：${unit}。`;
      })}
    >
      <div class="fields">
        <label for="relay-address">中继地址</label>
        <input
          id="relay-address"
          type="text"
          required
          autocomplete="off"
          spellcheck={false}
          placeholder="如 http://192.168.1.10:8787"
          value={address}
          onInput={(event) => {
            setAddress(event.currentTarget.value);
          }}
        />
        <label for="relay-code">接入码</label>
        <input
          id="relay-code"
          type="text"
          required
          minLength={8}
          maxLength={64}
          autocomplete="off"
          spellcheck={false}
          placeholder="向信用中心管理员索取，只能用一次"
          value={code}
          onInput={(event) => {
            setCode(event.currentTarget.value);
          }}
        />
        <label for="relay-device">设备名</label>
        <input
          id="relay-device"
          type="text"
          required
          maxLength={50}
          placeholder="管理员看到的名字，如 许可科一号机"
          value={device ?? suggestedDevice}
          onInput={(event) => {
            setDevice(event.currentTarget.value);
          }}
        />
      </div>
      <button type="submit" class="primary">
        接入
      </button>
    </form>
  );
}
