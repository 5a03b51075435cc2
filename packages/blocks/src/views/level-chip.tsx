import { LEVELS, type Level } from '@duet/domain';
import { useState } from 'react';
import { OptionList } from './option-list.tsx';
import { ChipPopover } from './popover.tsx';
import { useRoom } from './room.ts';

const WORDS: Readonly<Record<Level, string>> = { low: 'Low', medium: 'Medium', high: 'High' };
const CLASSES: Readonly<Record<Level, string>> = { low: 'level--low', medium: 'level--med', high: 'level--high' };

interface LevelChipProps {
  readonly level: Level | null;
  readonly note: string | null;
  /** "Likelihood". */
  readonly label: string;
  readonly onChange: (level: Level | null, note: string | null) => void;
}

/** Low, medium or high: bars, colour and word, with a short note in brackets ("High (6 weeks)"). */
export function LevelChip({ level, note, label, onChange }: LevelChipProps) {
  const { editable } = useRoom();
  if (level === null && !editable) return null;
  const words = level === null ? 'Set' : `${WORDS[level]}${note === null ? '' : ` (${note})`}`;
  return (
    <ChipPopover
      label={`${label}: ${level === null ? 'not set' : words}`}
      className={level === null ? 'quiet quiet--empty' : `quiet level ${CLASSES[level]}`}
      width={224}
      chip={level === null ? words : <LevelWords level={level} words={words} />}
    >
      {(close) => <LevelForm level={level} note={note} label={label} onChange={onChange} onDone={close} />}
    </ChipPopover>
  );
}

function LevelWords({ level, words }: { readonly level: Level; readonly words: string }) {
  return (
    <>
      <LevelBars level={level} />
      {words}
    </>
  );
}

function LevelBars({ level }: { readonly level: Level }) {
  return (
    <span className={`level__bars ${CLASSES[level]}`} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

function LevelForm({ level, note, label, onChange, onDone }: LevelChipProps & { readonly onDone: () => void }) {
  const [words, setWords] = useState(note ?? '');
  const saidNote = words.trim() === '' ? null : words.trim();
  const finish = (chosen: Level | null): void => {
    onDone();
    onChange(chosen, saidNote);
  };
  return (
    <>
      <OptionList
        label={label}
        options={LEVELS.map((each, index) => ({
          key: each,
          words: WORDS[each],
          icon: (
            <span className={`level ${CLASSES[each]}`}>
              <LevelBars level={each} />
            </span>
          ),
          digit: index + 1,
          chosen: each === level,
        }))}
        onChoose={(key) => finish(LEVELS.find((each) => each === key) ?? null)}
      />
      <div className="pop__rule" />
      <input
        className="field pop__field"
        placeholder="Note, like 6 weeks"
        aria-label={`Note on ${label.toLowerCase()}`}
        value={words}
        maxLength={120}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(level);
        }}
      />
    </>
  );
}
