import { syncBuiltinESMExports } from 'node:module';
import zlib, { type InputType, type ZlibOptions } from 'node:zlib';

/**
 * The store packs and unpacks on other threads, whose answers come when they come. Here they come at once.
 * Import this module before the store.
 */
type Done = (error: Error | null, result: Buffer) => void;

const atOnce = (pack: (data: InputType, options?: ZlibOptions) => Buffer) => {
  return (data: InputType, options: ZlibOptions | Done, done?: Done): void => {
    const [given, callback] = typeof options === 'function' ? [{}, options] : [options, done];
    callback?.(null, pack(data, given));
  };
};

Object.assign(zlib, { deflateRaw: atOnce(zlib.deflateRawSync), inflateRaw: atOnce(zlib.inflateRawSync) });
syncBuiltinESMExports();
