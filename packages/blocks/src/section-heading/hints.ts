/** One line under the heading of a section that the template brings, by its key. Not part of the document. */
export const SECTION_HINTS: Readonly<Record<string, string>> = {
  roadmap: 'Where work in progress stands. One line for each item; flag what is off track.',
  upcoming: 'What starts in the next two sprints. Press on it here, before anybody commits to it.',
  constraints: 'What engineering knows and product has to plan around. Say it before it blocks something.',
  risks: 'What could derail committed work, or surprise somebody further down the road.',
  decisions: 'Who decided, and why. What is written here is not argued over again in a month.',
  questions: 'What nobody in the room could answer, and who goes to find out.',
};

/** Stands at the end of the heading where a section has no time box. */
export const SECTION_ASIDES: Readonly<Record<string, string>> = { followup: 'Within 2 hours' };
