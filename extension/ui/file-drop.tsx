/** A place to drop or choose a file. */
import { useState } from 'preact/hooks';
import { act } from './act.tsx';

const accepted = {
  xlsx: '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: '.json,application/json',
} as const;

export function FileDrop(props: {
  readonly label: string;
  readonly hint: string;
  readonly format: keyof typeof accepted;
  /** Reads the file; gives the sentence to say when it is done. */
  readonly onFile: (file: File) => Promise<string | undefined>;
}) {
  const { label, hint, format, onFile } = props;
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const take = (file: File | undefined): void => {
    if (!file) return;
    act(async () => {
      setBusy(true);
      try {
        return await onFile(file);
      } finally {
        setBusy(false);
      }
    })();
  };
  return (
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <label>
        <strong>{label}</strong>
        <span class="quiet">{busy ? '正在读取…' : hint}</span>
        <span>
          <span class="button">选择文件</span>
        </span>
        <input
          type="file"
          aria-label={label}
          accept={accepted[format]}
          disabled={busy}
          onChange={(event) => {
            const input = event.currentTarget;
            take(input.files?.[0]);
            // The same file, mended, may be chosen again.
            input.value = '';
          }}
        />
      </label>
    </div>
  );
}
