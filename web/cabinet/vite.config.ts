import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from '../compressed.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/cabinet/',
  plugins: [compressed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/cabinet', import.meta.url)),
    ...{ emptyOutDir: true, target: 'es2022', reportCompressedSize: false, assetsInlineLimit: 0 },
    modulePreload: { polyfill: false },
    // All in one file: it is smaller than what one more way to the server costs on a phone.
    rolldownOptions: { output: { codeSplitting: false } },
  },
  server: { proxy: { '/v1': process.env.PUBLIC_URL ?? 'http://127.0.0.1:3000' } },
});
