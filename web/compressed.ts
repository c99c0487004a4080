/** A plugin of Vite: beside each file its brotli and gzip twins, which the API sends as they are. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXTS = /\.(js|css|html|svg)$/;

export const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (!TEXTS.test(name)) continue;
        const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        const brotli = brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
        this.emitFile({ type: 'asset', fileName: `${name}.br`, source: brotli });
        this.emitFile({ type: 'asset', fileName: `${name}.gz`, source: gzipSync(source, { level: constants.Z_BEST_COMPRESSION }) });
      }
    },
  },
});
