import type { Payments } from './port.ts';
import { sandboxPayments } from './sandbox.ts';
import { tipTopPayPayments } from './tiptoppay/tiptoppay.ts';

type Name = 'sandbox' | 'tiptoppay';

interface Settings {
  PAYMENTS_PROVIDER: Name;
  PAYMENTS_PROVIDER_COMPANIES?: Name | undefined;
  PAYMENTS_URL?: string | undefined;
  PAYMENTS_SECRET?: string | undefined;
  PAYMENTS_HOOK_SECRET?: string | undefined;
  PAYMENTS_HOOK_SECONDS: number;
  TIPTOPPAY_URL: string;
  TIPTOPPAY_PUBLIC_ID?: string | undefined;
  TIPTOPPAY_API_SECRET?: string | undefined;
  NODE_ENV: string;
  PUBLIC_URL: string;
}

/** The providers whose settings are there. */
export interface Providers {
  all: Payments[];
  /** Where a new payment of a payer is opened. */
  forPayer(payer: { isCompany: boolean }): Payments;
  /** The provider that a payment or payout names. @throws if its settings are gone: money there can be neither moved nor asked about. */
  named(name: string): Payments;
}

export function openProviders(settings: Settings): Providers {
  const { PAYMENTS_URL: url, PAYMENTS_SECRET: secret, PAYMENTS_HOOK_SECRET: hookSecret } = settings;
  const { TIPTOPPAY_PUBLIC_ID: publicId, TIPTOPPAY_API_SECRET: apiSecret } = settings;
  const sandbox = url !== undefined && secret !== undefined && hookSecret !== undefined;
  const notify = `${settings.PUBLIC_URL}/v1/hooks/payments/sandbox`;
  const acceptsTests = settings.NODE_ENV !== 'production';
  const all = [
    ...(sandbox ? [sandboxPayments({ url, secret, hookSecret, notify, hookSeconds: settings.PAYMENTS_HOOK_SECONDS })] : []),
    ...(publicId !== undefined && apiSecret !== undefined
      ? [tipTopPayPayments({ url: settings.TIPTOPPAY_URL, publicId, apiSecret, acceptsTests })]
      : []),
  ];
  const named = (name: string): Payments => {
    const found = all.find((each) => each.name === name);
    if (found === undefined) throw new Error(`the settings of the payment provider ${name} are missing`);
    return found;
  };
  const [usual, ofCompanies] = [settings.PAYMENTS_PROVIDER, settings.PAYMENTS_PROVIDER_COMPANIES ?? settings.PAYMENTS_PROVIDER];
  return { all, named, forPayer: ({ isCompany }) => named(isCompany ? ofCompanies : usual) };
}
