import { Search } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { listed } from '../people/person-words.ts';
import { DoneGlyph, PendingGlyph } from '../ui/glyphs.tsx';
import { Marked } from './marked.tsx';
import { dayLabel } from './meeting-words.ts';
import { type LoggedDecision, type Overview, searchDecisions } from './overview.ts';

const SHOWN = 5;

/** Who decided what and why, so that nobody has to debate it twice. */
export function DecisionLog({ decided, pending }: Pick<Overview, 'decided' | 'pending'>) {
  const [query, setQuery] = useState('');
  const found = searchDecisions(decided, query);
  return (
    <section aria-labelledby="decision-log">
      <div className="block-head">
        <h2 id="decision-log">Decision log</h2>
      </div>
      <label className="field">
        <Search className="icon" />
        <input
          type="search"
          aria-label="Search decisions"
          placeholder="Search decisions, people, reasons"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {query !== '' && (
          <span className="muted num" role="status">
            {found.length} found
          </span>
        )}
      </label>
      <ul className="log-list">
        {found.slice(0, SHOWN).map((decision) => (
          <li className="log" key={decision.id}>
            <DoneGlyph />
            <LogEntry decision={decision} query={query} meta={decidedMeta(decision)} />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="muted home-none">No decision says that.</p>}
      {pending.length > 0 && (
        <>
          <div className="rail__head log-pending">
            <h2>Still pending</h2>
            <span className="count count--warn">{pending.length}</span>
          </div>
          <ul>
            {pending.map((decision) => (
              <li className="log" key={decision.id}>
                <PendingGlyph />
                <LogEntry decision={decision} query="" meta={pendingMeta(decision)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function LogEntry({ decision, query, meta }: { decision: LoggedDecision; query: string; meta: string }) {
  return (
    <div>
      <Link href={`/m/${decision.meeting.id}`} className="log__text">
        <Marked text={decision.text} query={query} />
      </Link>
      <div className="log__meta">
        <Marked text={meta} query={query} />
      </div>
    </div>
  );
}

function decidedMeta({ why, decidedBy, meeting, replacedBy }: LoggedDecision): string {
  const who = [listed(decidedBy), dayLabel(meeting)].filter(Boolean).join(', ');
  const replaced = replacedBy === null ? '' : `. Replaced by: ${replacedBy}`;
  return `${why ? `${why.replace(/\.?$/, '.')} ` : ''}${who}${replaced}`;
}

function pendingMeta({ owner, awaiting, meeting }: LoggedDecision): string {
  const who = `${owner === null ? 'No decider yet' : `With @${owner}`}, ${dayLabel(meeting)}`;
  return awaiting === null ? who : `Waiting on: ${awaiting.replace(/\.?$/, '.')} ${who}`;
}
