/** A value that identifies a person: masked until the clerk asks to see it. */
import { useState } from 'preact/hooks';
import { concealed } from './conceal.ts';

export function Masked({ value, label }: { value: string; label: string }) {
  const [shown, setShown] = useState(false);
  return (
    <span class="masked">
      <span class="number">{shown ? value : concealed(value)}</span>{' '}
      <button
        type="button"
        class="plain"
        aria-label={`${shown ? '隐藏' : '显示'}${label}`}
        onClick={() => {
          setShown(!shown);
        }}
      >
        {shown ? '隐藏' : '显示'}
      </button>
    </span>
  );
}
