import { isOffTrack, statusTone, statusWords } from '@duet/domain';
import { useState } from 'react';
import { STATUSES, type Status, sameStatus } from '../roadmap-table/status.ts';
import { ProgressGlyph } from './glyphs.tsx';
import { OptionList } from './option-list.tsx';
import { ChipPopover } from './popover.tsx';

interface StatusChipProps {
  readonly status: Status;
  readonly customersTold: boolean;
  readonly onChoose: (status: Status) => void;
  /** One line of why a row went off track. */
  readonly onWhy: (words: string) => void;
  readonly onCustomersTold: (told: boolean) => void;
}

/** Progress as the glyph, health as the colour, both in words. Going off track asks for a line of why. */
export function StatusChip(props: StatusChipProps) {
  const { status } = props;
  const tone = statusTone(status);
  return (
    <ChipPopover
      label={`Status: ${statusWords(status)}`}
      className={`chip chip--flush${tone === 'plain' ? '' : ` chip--${tone}`}`}
      chip={
        <>
          <ProgressGlyph progress={status.progress} />
          {statusWords(status)}
        </>
      }
    >
      {(close) => <StatusForm {...props} onDone={close} />}
    </ChipPopover>
  );
}

function StatusForm({
  status,
  customersTold,
  onChoose,
  onWhy,
  onCustomersTold,
  onDone,
}: StatusChipProps & { readonly onDone: () => void }) {
  const [asksWhy, setAsksWhy] = useState(false);
  const [why, setWhy] = useState('');
  const delayed = isOffTrack(status) && status.health === 'delayed';
  const choose = (key: string): void => {
    const chosen = STATUSES.find((each) => statusWords(each) === key);
    if (!chosen) return;
    if (!sameStatus(chosen, status)) onChoose({ progress: chosen.progress, health: chosen.health });
    if (isOffTrack(chosen) && !sameStatus(chosen, status)) setAsksWhy(true);
    else onDone();
  };
  return (
    <>
      <OptionList
        label="Status"
        options={STATUSES.map((each) => ({
          key: statusWords(each),
          words: statusWords(each),
          icon: <ToneGlyph status={each} />,
          chosen: sameStatus(each, status),
          ...(each.digit === undefined ? { onlyTyped: !sameStatus(each, status) } : { digit: each.digit }),
        }))}
        onChoose={choose}
      />
      <div className="pop__rule" />
      <input
        key={asksWhy ? 'asked' : 'offered'}
        className="field pop__field"
        placeholder="Why did it move?"
        aria-label="Why did it move?"
        // biome-ignore lint/a11y/noAutofocus: choosing an off-track status asks this question next.
        autoFocus={asksWhy}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onDone();
          if (why.trim() !== '') onWhy(why.trim());
        }}
      />
      {delayed && (
        <label className="opt">
          <input type="checkbox" checked={customersTold} onChange={(event) => onCustomersTold(event.target.checked)} />
          <span>Customers have been told</span>
        </label>
      )}
    </>
  );
}

function ToneGlyph({ status }: { readonly status: Status }) {
  return (
    <span className={`tone tone--${statusTone(status)}`}>
      <ProgressGlyph progress={status.progress} />
    </span>
  );
}
