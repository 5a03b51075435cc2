import { type Attendee, leadsFor, type Voice } from '@duet/domain';

/** Who wears which colour: facilitators the colour of their voice, everybody else graphite. */
export type Tone = 'pm' | 'em' | 'peer';

export function toneOf(person: Pick<Attendee, 'side' | 'role'>): Tone {
  const voice = leadsFor(person);
  return voice === null ? 'peer' : voiceTone(voice);
}

export const voiceTone = (voice: Voice): 'pm' | 'em' => (voice === 'product' ? 'pm' : 'em');
export const voiceShort = (voice: Voice): 'PM' | 'EM' => (voice === 'product' ? 'PM' : 'EM');

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** What each of several people is called among them: their first name, in full where two share it. */
export function shortNames(names: readonly string[]): readonly string[] {
  const firsts = names.map((name) => firstName(name).toLowerCase());
  return names.map((name, index) =>
    firsts.filter((first) => first === firsts[index]).length > 1 ? name.trim() : firstName(name),
  );
}

/** "Priya", "Priya and Jonas", "Priya, Jonas and Wen" */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
