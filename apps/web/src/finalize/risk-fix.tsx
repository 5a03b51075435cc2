import { type Attendee, type Finding, soleOwner } from '@duet/domain';
import { UserRoundX } from 'lucide-react';
import { useId } from 'react';
import type { RiskChoice } from './review.ts';

interface RiskFixProps {
  readonly finding: Finding;
  readonly people: readonly Attendee[];
  readonly choice: RiskChoice;
  readonly onChange: (choice: RiskChoice) => void;
}

/** An unowned risk leaves the meeting with one person: who owns it from now on, or who it is escalated to. */
export function RiskFix({ finding, people, choice, onChange }: RiskFixProps) {
  const id = useId();
  const named = soleOwner(choice.to) !== null;
  return (
    <div className="fix">
      <UserRoundX className="icon" />
      <div>
        <div className="fix__title">{finding.title}</div>
        <div className="fix__why" id={`${id}-why`}>
          {choice.way === 'assign' ? 'Risk with no owner. It gets one:' : 'Risk with no owner. It goes to:'}
        </div>
        <input
          className="input fix__input"
          type="text"
          list={`${id}-people`}
          aria-label={`${choice.way === 'assign' ? 'Owner' : 'Escalate to'}, ${finding.title}`}
          aria-invalid={!named}
          placeholder="One person’s name"
          value={choice.to}
          onChange={(event) => onChange({ ...choice, to: event.target.value })}
        />
        <datalist id={`${id}-people`}>
          {people.map((person) => (
            <option key={person.id} value={person.name} />
          ))}
        </datalist>
        {!named && <div className="fix__why fix__why--bad">Name one person: a group does not act.</div>}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons of one switch; a fieldset would bring a form's look. */}
      <div className="seg" role="group" aria-label={`What happens to ${finding.title}`}>
        <button
          type="button"
          aria-pressed={choice.way === 'assign'}
          onClick={() => onChange({ way: 'assign', to: choice.to })}
        >
          Assign
        </button>
        <button
          type="button"
          aria-pressed={choice.way === 'escalate'}
          onClick={() => onChange({ way: 'escalate', to: choice.to })}
        >
          Escalate
        </button>
      </div>
    </div>
  );
}
