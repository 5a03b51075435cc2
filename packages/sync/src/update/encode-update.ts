import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type ClockRange, type DecodedUpdate, structsByClient } from './decode-update.ts';

/** The bytes (version 1) of an update that was decoded and changed. Nothing of it may have been integrated. */
export function encodeUpdate({ structs, deletes }: DecodedUpdate): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const blocks = structsByClient(structs);
  encoding.writeVarUint(restEncoder, blocks.size);
  for (const [client, block] of blocks) {
    encoding.writeVarUint(restEncoder, block.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, block[0]?.id.clock ?? 0);
    for (const struct of block) struct.write(encoder, 0);
  }
  writeDeletes(encoder, deletes);
  return encoder.toUint8Array();
}

/** The second half of an update: a delete set. */
export function writeDeletes(encoder: Y.UpdateEncoderV1, deletes: ReadonlyMap<number, readonly ClockRange[]>): void {
  const { restEncoder } = encoder;
  encoding.writeVarUint(restEncoder, deletes.size);
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
}
