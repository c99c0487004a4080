import type { Localized } from './language.ts';

/** Words in the three languages of the platform. */
export const said = (kk: string, ru: string, en: string): Localized => ({ kk, ru, en });
