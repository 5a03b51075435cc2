import { sayNoObjection } from '@duet/document';
import { NO_VOICES, type SectionVoices, type Side, silenceInWords, silentSide, type Voice } from '@duet/domain';
import { useId } from 'react';
import type * as Y from 'yjs';
import { useMeetingClock } from '../clock/use-meeting-clock.ts';
import type { OutlineEntry } from '../outline/outline-model.ts';
import { useVoices } from './use-voices.ts';

interface BothVoicesProps {
  readonly doc: Y.Doc;
  /** The sections that both sides are asked about. */
  readonly timed: readonly OutlineEntry[];
  /** The section that this person has before their eyes. */
  readonly inViewId: string | null;
  readonly side: Side;
  readonly onConcern: (section: OutlineEntry) => void;
  readonly onGo: (id: string) => void;
}

/** Whether both sides have spoken: where the meeting is, and where one of them has not been heard yet (M25). */
export function BothVoices({ doc, timed, inViewId, side, onConcern, onGo }: BothVoicesProps) {
  const id = useId();
  const voices = useVoices(doc);
  const { clock } = useMeetingClock(doc);
  const of = (section: OutlineEntry): SectionVoices => voices[section.id] ?? NO_VOICES;
  const current = timed.find((one) => one.id === clock?.section) ?? timed.find((one) => one.id === inViewId);
  const others = timed.filter((one) => one !== current && silentSide(of(one)) !== null);
  if (current === undefined && others.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <div className="rail__head">
        <h2 id={id}>Both voices</h2>
        {current && <span className="end">Edits in this section</span>}
      </div>
      {current && <Balance voices={of(current)} />}
      {current && (
        <Silence
          section={current}
          voices={of(current)}
          side={side}
          onConcern={onConcern}
          onNoObjection={(voice) => sayNoObjection(doc, voice, current.id)}
        />
      )}
      {others.length > 0 && (
        <ul className="silences">
          {others.map((section) => (
            <li key={section.id}>
              <button type="button" className="attn__go" onClick={() => onGo(section.id)}>
                <span className="attn__title">{section.title}</span>
                <span className="attn__why">{silenceInWords(of(section))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Balance({ voices: { product, engineering } }: { readonly voices: SectionVoices }) {
  return (
    <>
      <div
        className="balance__bar"
        role="img"
        aria-label={`Product ${product.edits} edits, engineering ${engineering.edits} edits`}
      >
        <i style={{ flex: product.edits, background: 'var(--pm)' }} />
        <i style={{ flex: engineering.edits, background: 'var(--em)' }} />
        {product.edits + engineering.edits === 0 && <i className="balance__none" />}
      </div>
      <div className="balance__legend">
        <span>Product {countWords(product)}</span>
        <span>Engineering {countWords(engineering)}</span>
      </div>
    </>
  );
}

const countWords = ({ edits, noObjection }: SectionVoices[Voice]): string =>
  edits === 0 && noObjection ? 'has no objection' : String(edits);

interface SilenceProps extends Pick<BothVoicesProps, 'side' | 'onConcern'> {
  readonly section: OutlineEntry;
  readonly voices: SectionVoices;
  readonly onNoObjection: (voice: Voice) => void;
}

/** Says whose word is missing. That side gives it here: a concern, or that there is none. */
function Silence({ section, voices, side, onConcern, onNoObjection }: SilenceProps) {
  const silent = silentSide(voices);
  if (silent === null) return null;
  return (
    <div className="silence" role="status">
      <span className={`silence__words silence__words--${silent}`}>{silenceInWords(voices)}</span>
      {silent === side && (
        <div className="silence__do">
          <button type="button" className="btn btn--sm" onClick={() => onConcern(section)}>
            Add a concern
          </button>
          <button type="button" className="btn btn--sm btn--ghost" onClick={() => onNoObjection(silent)}>
            No objection
          </button>
        </div>
      )}
    </div>
  );
}
