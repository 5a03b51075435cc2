import {
  actionItems,
  attendees,
  attention,
  checklist,
  constraints,
  decisions,
  facilitators,
  isBlank,
  isSaid,
  type Meeting,
  make,
  openQuestions,
  plainText,
  type RichText,
  riskRows,
  roadmapRows,
  sections,
  textBlocks,
  upcomingItems,
} from '@duet/domain';
import type { ExportInput } from '../exporter.ts';
import { linksIn } from './links-in.ts';

/**
 * The meeting as plain data, in the canonical order of its keys. Scripts rely on these names: they may be added
 * to at the end of an object, and never change. Missing values are null. An entry that nobody has written or set
 * anything in (the empty row that Enter leaves) is not there.
 */
export function meetingJson({ meeting, id, status, revision, today, laterChanges = [] }: ExportInput) {
  return {
    title: meeting.title,
    date: meeting.date,
    status,
    facilitators: facilitators(meeting).map((person) => person.name),
    attendees: attendees(meeting).map((person) => person.name),
    durationMinutes: meeting.durationMinutes,
    checklist: checklist(meeting).map((item) => ({
      id: item.id,
      side: item.side,
      text: words(item.text),
      checked: item.checked,
    })),
    roadmap: said(roadmapRows(meeting), make.roadmapRow).map((row) => ({
      id: row.id,
      feature: words(row.feature),
      progress: row.progress,
      health: row.health,
      targetDate: row.targetDate,
      dateState: row.dateState,
      notes: words(row.notes),
      customersTold: row.customersTold,
      confirmedOn: row.confirmedOn,
      origin: row.origin,
      overrideReason: row.overrideReason,
      overrideBy: row.overrideBy,
      carried: row.carried,
      since: row.since,
    })),
    upcoming: said(upcomingItems(meeting), make.upcomingItem).map((item) => ({
      id: item.id,
      title: words(item.title),
      sprintStart: item.sprintStart,
      intent: words(item.intent),
      engineering: words(item.engineering),
      owner: item.owner,
      feasibility: item.feasibility,
      links: linksIn([item.docs, item.intent, item.engineering, item.core, item.stretch]),
      core: words(item.core),
      stretch: words(item.stretch),
      docs: words(item.docs),
      clearedBy: item.clearedBy,
      clearedOn: item.clearedOn,
      contingency: words(item.contingency),
      contingencyBy: item.contingencyBy,
      contingencyMet: item.contingencyMet,
      fallback: words(item.fallback),
      carried: item.carried,
      since: item.since,
    })),
    constraints: said(constraints(meeting), make.constraint).map((constraint) => ({
      id: constraint.id,
      statement: words(constraint.statement),
      detail: words(constraint.detail),
      from: constraint.from,
      to: constraint.to,
      horizon: constraint.horizon,
      touches: words(constraint.touches),
    })),
    risks: said(riskRows(meeting), make.riskRow).map((row) => ({
      id: row.id,
      risk: words(row.risk),
      owner: row.owner,
      likelihood: row.likelihood,
      likelihoodNote: row.likelihoodNote,
      impact: row.impact,
      impactNote: row.impactNote,
      mitigation: words(row.mitigation),
      state: row.state,
      escalatedTo: row.escalatedTo,
      origin: row.origin,
      carried: row.carried,
      since: row.since,
    })),
    decisions: said(decisions(meeting), make.decision).map((decision) => ({
      id: decision.id,
      state: decision.state,
      text: words(decision.text),
      decidedBy: decision.decidedBy,
      why: words(decision.why),
      owner: decision.owner,
      affectsSprint: decision.affectsSprint,
      awaiting: words(decision.awaiting),
      decidedOn: decision.decidedOn,
      due: decision.due,
      origin: decision.origin,
      supersedes: decision.supersedes,
      supersededBy: decision.supersededBy,
      carried: decision.carried,
      since: decision.since,
    })),
    actions: said(actionItems(meeting), make.actionItem).map((action) => ({
      id: action.id,
      owner: action.owner,
      action: words(action.action),
      due: action.due,
      status: action.status,
      origin: action.origin,
      carried: action.carried,
      since: action.since,
    })),
    questions: said(openQuestions(meeting), make.openQuestion).map((question) => ({
      id: question.id,
      question: words(question.question),
      owner: question.owner,
      state: question.state,
      answer: words(question.answer),
      raisedBy: question.raisedBy,
      raisedOn: question.raisedOn,
      about: question.about,
      threatens: question.threatens,
      carried: question.carried,
      since: question.since,
    })),
    attention: attention(meeting, { today }).map((finding) => ({
      id: finding.blockId,
      kind: finding.kind,
      title: finding.title,
      why: finding.why,
    })),
    notes: notesOf(meeting),
    id,
    sections: sections(meeting).flatMap(({ heading }) =>
      heading === null
        ? []
        : [
            {
              id: heading.id,
              key: heading.key,
              title: words(heading.title),
              minutes: heading.minutes,
              opener: heading.opener,
            },
          ],
    ),
    people: meeting.people.map(({ name, side, role }) => ({ name, side, role })),
    ...(revision && {
      revision: revision.number,
      finalizedAt: revision.finalizedAt,
      finalizedBy: revision.finalizedBy,
      laterChanges,
    }),
  };
}

function said<B extends object>(entries: readonly B[], blank: () => B): readonly B[] {
  return entries.filter((entry) => isSaid(entry, blank()));
}

/** Every text that is not an entry of one of the lists, in the order of the document. */
function notesOf(meeting: Meeting): readonly string[] {
  return textBlocks(meeting)
    .filter((block) => block.kind !== 'check' && !isBlank(block.text))
    .map((block) => plainText(block.text));
}

function words(text: RichText): string | null {
  return isBlank(text) ? null : plainText(text);
}
