import { collisions } from '../date-collisions.ts';
import { dayInWords } from '../day-words.ts';
import type { Rule } from './finding.ts';

/** [M12] A target or a sprint start falls into the window of a constraint. */
export const dateCollision: Rule = (meeting, { today }) =>
  collisions(meeting).map((collision) => ({
    kind: 'date-collision',
    blockId: collision.blockId,
    title: collision.title,
    why: `${dayInWords(collision.day, today)} falls into “${collision.constraintTitle}”. Free: ${collision.freeDays
      .map((day) => dayInWords(day, today))
      .join(' or ')}.`,
    fix: { kind: 'move-date', attribute: collision.attribute, days: collision.freeDays },
  }));
