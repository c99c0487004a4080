import type { Language } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';

const ERASED = said('[өшірілген]', '[удалено]', '[erased]');

/** A name or a title; where it was erased after its account was closed, the reader is told so. None of them is ever empty otherwise. */
export const unlessErased = (words: string | null | undefined, language: Language): string => (words ? words : ERASED[language]);
