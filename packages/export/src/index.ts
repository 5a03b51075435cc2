export * from './exporter.ts';
export * from './exporters.ts';
export { meetingJson } from './json/meeting-json.ts';
export * from './packs/pack-exporters.ts';
