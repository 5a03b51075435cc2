import { writeSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The heads file on a real disk: appended to and replaced durably. Its text is engine/heads.ts's business. */
export class HeadsFile {
  readonly #path: string;
  #file: FileHandle | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** Makes an empty file, the sign that this folder holds a store; leaves one that is there alone. */
  async create(): Promise<void> {
    const file = await open(this.#path, 'a');
    await file.sync();
    await file.close();
    await syncFolder(dirname(this.#path));
  }

  async append(lines: Uint8Array): Promise<void> {
    this.#file ??= await open(this.#path, 'a');
    // A few bytes into the page cache, on the way of every commit: handing them to another thread takes longer.
    for (let written = 0; written < lines.byteLength; ) written += writeSync(this.#file.fd, lines, written);
    await this.#file.datasync();
  }

  async replace(lines: Uint8Array): Promise<void> {
    await this.close();
    const fresh = `${this.#path}.new`;
    const file = await open(fresh, 'w');
    try {
      await writeWhole(file, lines);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, this.#path);
    await syncFolder(dirname(this.#path));
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.byteLength; ) {
    written += (await file.write(bytes, written)).bytesWritten;
  }
}

/** Makes the names in a folder durable: created, renamed and removed files. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
