import { Random } from '@duet/sync/testing';

/** Ids of blocks, clients and scratch documents are drawn from the story's seed while it is told. */
const real = crypto.getRandomValues.bind(crypto);
const realRandom = Math.random;

export function drawIdsFrom(seed: number): void {
  const random = new Random(seed);
  Math.random = random.next;
  crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
    if (array)
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).forEach((_, index, bytes) => {
        bytes[index] = random.below(256);
      });
    return array;
  };
}

export function drawIdsFromTheSystem(): void {
  Math.random = realRandom;
  crypto.getRandomValues = real;
}
