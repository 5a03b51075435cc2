/**
 * Which records a document has, and the seq of the entry that set each: the only authority on it. It is rebuilt
 * from the newest snapshot's list and the numbered log after it, never from the record keys that happen to be in
 * the table, so a record that the disk lost, or one that it brought back, cannot pass for the current one.
 */
export type RecordNames = Map<string, number>;

/** JSON in the table: `[[name, seq], …]`. */
export function encodeRecordNames(names: RecordNames): Uint8Array {
  return Buffer.from(JSON.stringify([...names]));
}

export function decodeRecordNames(bytes: Uint8Array): RecordNames {
  return new Map(JSON.parse(Buffer.from(bytes).toString()) as [string, number][]);
}
