import { SIDE_NAMES, SIDES, type Side } from '@duet/domain';

export interface PersonDraft {
  readonly name: string;
  readonly side: Side;
}

interface PersonFieldsProps {
  readonly value: PersonDraft;
  readonly onChange: (value: PersonDraft) => void;
  readonly autoFocus?: boolean;
}

/** Name and side: all that Duet asks of a person, once. */
export function PersonFields({ value, onChange, autoFocus = false }: PersonFieldsProps) {
  return (
    <>
      <label className="form-row">
        <span className="form-label">Your name</span>
        <input
          className="input"
          type="text"
          autoComplete="name"
          required
          maxLength={80}
          // biome-ignore lint/a11y/noAutofocus: the one field of a page that exists to ask for it.
          autoFocus={autoFocus}
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </label>
      <fieldset className="form-row">
        <legend className="form-label">You speak for</legend>
        <div className="choices">
          {SIDES.map((side) => (
            <label key={side} className={`choice choice--${side}`}>
              <input
                type="radio"
                name="side"
                checked={value.side === side}
                onChange={() => onChange({ ...value, side })}
              />
              {SIDE_NAMES[side]}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
