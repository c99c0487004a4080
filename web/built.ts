/** How Vite builds a page of the platform: one script, in `dist/`. */
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { compressed } from './compressed.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const built = (page: 'cabinet' | 'console'): UserConfig => ({
  root: here(page),
  base: `/${page}/`,
  plugins: [compressed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here(`../dist/${page}`),
    ...{ emptyOutDir: true, target: 'es2022', reportCompressedSize: false, assetsInlineLimit: 0 },
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': process.env.PUBLIC_URL ?? 'http://127.0.0.1:3000' } },
});
