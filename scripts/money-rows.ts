import { accountKinds } from '../rules/account-kinds.ts';

const OF = {
  account: 'user',
  life: 'deal, debt, invoice or extra',
  inflow: 'entry of a bank statement',
  outflow: 'entry of a bank statement',
  provider: 'provider',
  component: 'social payment',
} as const;

/** The table of docs/money.md that lists the kinds of accounts. */
export const accountRows = (): string[] => [
  '| account | one for each | kind | bounded | English | русский | қазақша |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...accountKinds.map(
    ({ prefix, of, nature, bounded, name: { en, ru, kk } }) =>
      `| \`${prefix}\` | ${of === undefined ? '' : OF[of]} | ${nature} | ${bounded ? 'yes' : ''} | ${en} | ${ru} | ${kk} |`,
  ),
];
