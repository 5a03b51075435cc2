import type { DecisionState } from '@duet/domain';
import { plainWords } from '../reading/vocabulary.ts';

type SectionKind =
  | 'guide'
  | 'checklist'
  | 'details'
  | 'roadmap'
  | 'upcoming'
  | 'constraints'
  | 'risks'
  | 'decisions'
  | 'actions'
  | 'questions'
  | 'followup';

/** What a heading says: the section, its time box, and how its decisions stand where it says so. */
export interface SectionName {
  readonly kind: SectionKind;
  readonly minutes: number | null;
  readonly decisions: DecisionState;
}

/** The name of the section that a meeting knows by this key; null for any other. */
export function sectionNamed(key: string | null): SectionName | null {
  const kind = (Object.keys(NAMES) as SectionKind[]).find((one) => one === key);
  return kind === undefined ? null : { kind, minutes: null, decisions: 'decided' };
}

const NAMES: Readonly<Record<SectionKind, RegExp>> = {
  guide:
    /^(?:how (?:to|we) (?:run|use)(?: (?:this|the|our))?(?: (?:meeting|template|document|doc|sync))?|guidance|facilitation(?: guide| notes)?|ground rules|purpose)$/,
  checklist:
    /^(?:before (?:the|this|our|we) (?:meeting|sync|meet)|pre meeting(?: checklist| prep)?|prep(?:aration)?(?: checklist| work)?|pre ?work|checklist|preparation checklist)$/,
  details: /^(?:meeting details|details|logistics|meeting info(?:rmation)?|about this meeting)$/,
  roadmap:
    /^(?:(?:product )?roadmap(?: status| updates?| items| review| check)?|status of the roadmap|(?:in progress|current) (?:work|items)|(?:project|delivery) status|status updates?)$/,
  upcoming:
    /^(?:upcoming(?: work| items| projects| features)?|coming up(?: next)?|next up|up next|what's next|next sprints?|starting soon)$/,
  constraints:
    /^(?:(?:technical|engineering|tech) constraints(?: (?:&|and) dependencies)?|constraints(?: (?:&|and) dependencies)?|technical dependencies)$/,
  risks:
    /^(?:(?:top |key |open |new |current )?risks(?: (?:&|and) (?:issues|mitigations?|blockers|dependencies))?|risk (?:register|log|table))$/,
  decisions:
    /^(?:(?:key |open |product |pending )?decisions(?: (?:made|needed|taken|log|to make|pending|(?:made )?(?:&|and|or|\/) (?:pending|needed)))?|decision log)$/,
  actions: /^(?:action items?|actions|next steps|to ?dos?|tasks|action points|follow up (?:actions|items))$/,
  questions: /^(?:(?:open |unanswered |outstanding )?questions|open issues|questions (?:&|and) answers)$/,
  followup: /^(?:follow ups?|after the meeting|follow up (?:&|and) communication|communication|distribution)$/,
};

const LONGEST_NAME = 80;

/** The section that a heading opens, or null. Numbers, signs, colons and a time box around the name do not matter. */
export function readSectionName(heading: string): SectionName | null {
  if (heading.length > LONGEST_NAME) return null;
  const box = /[([–—-]\s*(\d{1,3})\s*(?:m|min|mins|minutes)\s*[)\]]?\s*$/i.exec(heading);
  const bare = box ? heading.slice(0, box.index) : heading;
  const words = plainWords(bare.replace(/^\s*(?:\d{1,2}[.):]|[A-Z][.)])\s*/, ''));
  for (const [kind, pattern] of Object.entries(NAMES) as [SectionKind, RegExp][]) {
    if (!pattern.test(words)) continue;
    const decisions = /pending|needed|to make/.test(words) && !/made/.test(words) ? 'pending' : 'decided';
    return { kind, minutes: box ? Number(box[1]) : null, decisions };
  }
  return null;
}
