/** Who holds the money, as texts name it. */
import type { Language, Localized } from '../messages.ts';

const NAMES: Record<string, Localized> = {
  sandbox: { kk: 'сынақ төлем ұйымы (sandbox)', ru: 'тестовая платёжная организация (sandbox)', en: 'the test payment provider (sandbox)' },
  tiptoppay: { kk: 'TipTopPay', ru: 'TipTopPay', en: 'TipTopPay' },
};

/** A provider by its name in the settings. One without words is a brand, written alike in every language. */
export const providerName = (provider: string, language: Language): string => NAMES[provider]?.[language] ?? provider;
