import { READINESS_WORDS, type ReadinessPart, readinessOf, VOICES } from '@duet/domain';
import { DoneGlyph, PendingGlyph } from '../ui/glyphs.tsx';
import { Opener } from '../ui/opener.tsx';

/** How ready the next meeting is, read off its notes: a tick proves nothing (M30). */
export function PrepList({ parts }: { readonly parts: readonly ReadinessPart[] }) {
  const { done, total } = readinessOf(parts);
  return (
    <div className="prep">
      <div className="prep__head">
        <h3>Before the meeting</h3>
        <span className="muted num">
          {done} of {total} ready
        </span>
      </div>
      <span className="bar">
        <i style={{ width: `${(done / total) * 100}%` }} />
      </span>
      <ul className="prep__list">
        {parts.map(({ key, sides, missing }) => (
          <li key={key} className={`prep__item${missing.length === 0 ? ' is-done' : ''}`}>
            {missing.length === 0 ? <DoneGlyph /> : <PendingGlyph />}
            <span>
              {READINESS_WORDS[key]}
              <span className="sr">{missing.length === 0 ? ', ready' : ', not ready'}</span>
              {missing.length > 0 && <span className="prep__missing">Missing: {missing.join(', ')}</span>}
            </span>
            <span className="prep__who">
              {VOICES.filter((voice) => sides.includes(voice)).map((voice) => (
                <Opener key={voice} voice={voice} bare />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
