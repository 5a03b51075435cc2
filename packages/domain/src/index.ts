export * from './blocks.ts';
export * from './ids.ts';
export * from './iso-date.ts';
export * from './meeting.ts';
export * from './people.ts';
export * from './rich-text.ts';
