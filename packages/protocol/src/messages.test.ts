import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAwareness, writeAwareness } from './awareness.ts';
import { CloseCode, closeReason } from './close-codes.ts';
import { ProtocolError } from './protocol-error.ts';
import { isStep2Frame, readClientMessage } from './read-message.ts';
import {
  awarenessMessage,
  queryAwarenessMessage,
  savedMessage,
  step1Message,
  step2Message,
  updateMessage,
} from './write-message.ts';

const bytes = fc.uint8Array({ maxLength: 300 });

describe('the codec', () => {
  it('[G4] reads what it writes', () => {
    fc.assert(
      fc.property(bytes, (payload) => {
        expect(readClientMessage(step1Message(payload))).toEqual({ kind: 'step1', stateVector: payload });
        expect(readClientMessage(step2Message(payload))).toEqual({ kind: 'step2', update: payload });
        expect(readClientMessage(updateMessage(payload))).toEqual({ kind: 'update', update: payload });
        expect(readClientMessage(awarenessMessage(payload))).toEqual({ kind: 'awareness', update: payload });
        expect(readClientMessage(savedMessage(payload))).toEqual({ kind: 'saved', payload });
      }),
    );
    expect(readClientMessage(queryAwarenessMessage())).toEqual({ kind: 'query-awareness' });
  });

  it('reads updates of every length that it writes', () => {
    for (const length of [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152]) {
      const update = new Uint8Array(length).fill(7);
      const read = readClientMessage(updateMessage(update));
      expect(read.kind === 'update' && Buffer.compare(read.update, update) === 0, `${length} bytes`).toBe(true);
    }
  });

  it('[G23] answers any bytes with a message or a ProtocolError', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom<number[]>([], [0], [0, 1], [0, 2], [1], [102]), (tail, head) => {
        try {
          readClientMessage(Uint8Array.from([...head, ...tail]));
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[G23] refuses every truncation and every extension of a message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), (payload, at) => {
        const frame = updateMessage(payload);
        expect(() => readClientMessage(frame.slice(0, at % frame.length))).toThrow(ProtocolError);
        expect(() => readClientMessage(Uint8Array.from([...frame, 0]))).toThrow('bytes follow');
      }),
    );
  });

  it('[G23] does not believe a length', () => {
    expect(() => readClientMessage(Uint8Array.of(0, 2, 0xff, 0xff, 0xff, 0xff, 0x0f, 1))).toThrow('exceeds the frame');
    expect(() => readClientMessage(Uint8Array.from([0, 2, ...Array(12).fill(0xff)]))).toThrow('too large');
  });

  it('[G21] tells the one frame that may be large from its first bytes', () => {
    expect(isStep2Frame(step2Message(new Uint8Array(5)))).toBe(true);
    expect(isStep2Frame(updateMessage(new Uint8Array(5)))).toBe(false);
    expect(isStep2Frame(new Uint8Array())).toBe(false);
  });
});

describe('awareness entries', () => {
  const entry = fc.record({ client: fc.nat(2 ** 31), clock: fc.nat(), json: fc.string({ unit: 'grapheme' }) });

  it('[G17] read back as written', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(readAwareness(writeAwareness(entries))).toEqual(entries);
      }),
    );
  });

  it('[G23] refuse any bytes that are none, and a count that is not there', () => {
    fc.assert(
      fc.property(bytes, (update) => {
        try {
          readAwareness(update);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    );
    expect(() => readAwareness(Uint8Array.of(0xff, 0xff, 0xff, 0x7f))).toThrow(ProtocolError);
  });
});

it('[G19] every close code has a reason that fits a close frame', () => {
  for (const code of Object.values(CloseCode)) {
    expect(new TextEncoder().encode(closeReason[code]).byteLength).toBeLessThanOrEqual(123);
  }
});
