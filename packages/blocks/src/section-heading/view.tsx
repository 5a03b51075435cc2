import {
  READINESS_WORDS,
  type ReadinessPart,
  readinessOf,
  type SectionHeading,
  VOICES,
  type Voice,
} from '@duet/domain';
import { ChevronRight, Circle } from 'lucide-react';
import { TickGlyph } from '../views/glyphs.tsx';
import type { BlockLook, ControlsProps } from '../views/look.ts';
import { OptionList } from '../views/option-list.tsx';
import { ChipPopover } from '../views/popover.tsx';
import { useReadinessParts, useRoom, useSectionProgress } from '../views/room.ts';
import { SECTION_ASIDES, SECTION_HINTS } from './hints.ts';
import { sectionHeading } from './model.ts';

const OPENERS: Readonly<Record<Voice, { words: string; className: string }>> = {
  product: { words: 'PM', className: 'opener opener--pm' },
  engineering: { words: 'EM', className: 'opener opener--em' },
};
const MINUTES = [3, 5, 7, 8, 10, 12, 15, 20] as const;

function Controls(props: ControlsProps) {
  const heading: SectionHeading = sectionHeading.read({ type: 'sectionHeading', attrs: props.attrs }, () => '');
  return props.around.foldable === true ? (
    <Fold {...props} isChecklist={heading.key === 'checklist'} />
  ) : (
    <SectionEnd id={props.attrs.id} heading={heading} block={props.block} />
  );
}

interface SectionEndProps extends Pick<ControlsProps, 'block'> {
  readonly id: unknown;
  readonly heading: SectionHeading;
}

function SectionEnd({ id, heading, block }: SectionEndProps) {
  const hint = heading.key === null ? undefined : SECTION_HINTS[heading.key];
  const progress = useSectionProgress(typeof id === 'string' ? id : '');
  const aside = heading.key === null ? undefined : SECTION_ASIDES[heading.key];
  return (
    <>
      <div className="section-head__end">
        {heading.opener !== null && <Opener opener={heading.opener} opened={progress !== null} block={block} />}
        {progress !== null && <span className={progress.state === 'now' ? 'now' : 'num'}>{progress.words}</span>}
        {progress === null && heading.minutes !== null && <TimeBox minutes={heading.minutes} block={block} />}
        {heading.minutes === null && aside !== undefined && <span>{aside}</span>}
      </div>
      {hint !== undefined && <p className="section-hint">{hint}</p>}
    </>
  );
}

interface OpenerProps extends Pick<ControlsProps, 'block'> {
  readonly opener: Voice;
  /** Whether the section has begun: then the chip says who opened it. */
  readonly opened: boolean;
}

function Opener({ opener, opened, block }: OpenerProps) {
  const { words, className } = OPENERS[opener];
  const { me } = useRoom();
  if (opened) return <span className={className}>Opened by {words}</span>;
  if (me.role !== 'facilitator') return <span className={className}>{words} opens</span>;
  return (
    <ChipPopover label={`Opener: ${words} opens`} className={className} chip={`${words} opens`} width={180}>
      {(close) => (
        <OptionList
          label="Who opens"
          options={VOICES.map((voice, index) => ({
            key: voice,
            words: `${OPENERS[voice].words} opens`,
            chosen: voice === opener,
            digit: index + 1,
          }))}
          onChoose={(voice) => {
            close();
            block.set({ opener: voice });
          }}
        />
      )}
    </ChipPopover>
  );
}

function TimeBox({ minutes, block }: { readonly minutes: number; readonly block: ControlsProps['block'] }) {
  const { me } = useRoom();
  const words = `${minutes} min`;
  if (me.role !== 'facilitator') return <span>{words}</span>;
  return (
    <ChipPopover label={`Time box: ${minutes} minutes`} className="quiet" chip={words} width={180}>
      {(close) => (
        <OptionList
          label="Minutes"
          options={MINUTES.map((each) => ({ key: String(each), words: `${each} min`, chosen: each === minutes }))}
          typed={(query) =>
            /^\d{1,3}$/.test(query) && Number(query) > 0 ? { key: query, words: `${query} min` } : null
          }
          onChoose={(key) => {
            close();
            block.set({ minutes: Number(key) });
          }}
        />
      )}
    </ChipPopover>
  );
}

/** A section that is read before the meeting and stays one click away during it. */
function Fold({ around, block, isChecklist }: ControlsProps & { readonly isChecklist: boolean }) {
  const open = around.open === true;
  const parts = useReadinessParts();
  const { done, total } = readinessOf(parts);
  return (
    <>
      <button
        type="button"
        className="fold__toggle"
        aria-expanded={open}
        aria-label={open ? 'Fold away' : 'Unfold'}
        onClick={() => block.fold(!open)}
      >
        <ChevronRight className="icon" aria-hidden="true" />
      </button>
      {typeof around.summary === 'string' && <span className="fold__end">{around.summary}</span>}
      {isChecklist && total > 0 && (
        <span className="fold__end">
          {done} of {total} ready
        </span>
      )}
      {isChecklist && open && <Readiness parts={parts} />}
    </>
  );
}

/** What the notes themselves say of each thing to prepare, whatever is ticked below (M30). */
function Readiness({ parts }: { readonly parts: readonly ReadinessPart[] }) {
  return (
    <ul className="ready" aria-label="What the notes say">
      {parts.map(({ key, sides, missing }) => (
        <li key={key} className={missing.length === 0 ? 'ready__part is-ready' : 'ready__part'}>
          {missing.length === 0 ? <TickGlyph /> : <Circle className="icon icon--14" aria-hidden="true" />}
          <span>
            {READINESS_WORDS[key]}
            <span className="sr">{missing.length === 0 ? ', ready' : ', not ready'}</span>
            {missing.length > 0 && <span className="ready__missing">missing: {missing.join(', ')}</span>}
          </span>
          <span className="ready__who">{sides.map((side) => OPENERS[side].words).join(' ')}</span>
        </li>
      ))}
    </ul>
  );
}

export const sectionHeadingLook: BlockLook = {
  kind: 'block',
  className: 'section-top',
  content: { tag: 'h2', className: 'section-top__title' },
  paint: ({ dom, content }, _attrs, around) => {
    dom.classList.toggle('section-top--fold', around.foldable === true);
    dom.classList.toggle('is-open', around.open === true);
    content.dataset.placeholder = 'Section';
  },
  After: Controls,
};
