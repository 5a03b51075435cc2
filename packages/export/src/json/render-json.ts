import { bytesOf } from '../bytes.ts';
import type { ExportInput } from '../exporter.ts';
import { meetingJson } from './meeting-json.ts';

export async function renderJson(input: ExportInput): Promise<Uint8Array> {
  return bytesOf(`${JSON.stringify(meetingJson(input), null, 2)}\n`);
}
