import type { Attendee } from '@duet/domain';
import { initialsOf } from '@duet/domain';
import { toneOf } from '../people/person-words.ts';

interface AvatarProps {
  readonly person: Pick<Attendee, 'name' | 'side' | 'role'>;
  readonly size?: 20 | 24 | 28;
}

/** Decoration: the name always stands beside it or in a label. */
export function Avatar({ person, size = 24 }: AvatarProps) {
  const tone = toneOf(person);
  const classes = ['avatar', tone !== 'peer' && `avatar--${tone}`, size !== 24 && `avatar--${size}`];
  return (
    <span className={classes.filter(Boolean).join(' ')} aria-hidden="true">
      {initialsOf(person.name)}
    </span>
  );
}
