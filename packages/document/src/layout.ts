import type * as Y from 'yjs';

/**
 * The layout of a meeting's Y.Doc, in one place:
 *   getXmlFragment('body')  the blocks (package blocks)
 *   getMap('meeting')       title, date, durationMinutes: plain values, the last writer wins
 *   getMap('people')        id -> {name, side, role}: who joined
 *   getMap('voices')        how much each side said in a section; no part of the meeting that is read and exported
 */
export const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body');
export const meetingMapOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meeting');
export const voicesMapOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('voices');
export const peopleMapOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('people');
