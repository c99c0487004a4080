import type { Localized } from './language.ts';

export const said = (kk: string, ru: string, en: string): Localized => ({ kk, ru, en });
