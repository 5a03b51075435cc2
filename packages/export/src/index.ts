export * from './exporter.ts';
export * from './exporters.ts';
export { meetingJson } from './json/meeting-json.ts';
