import { useLoaded, useSetting } from '../../shared/setting.ts';

/** What the account that the session acts for is called. */
export function useOwnName(): string | undefined {
  const { api, account } = useSetting();
  const { data } = useLoaded('accounts', api.accounts);
  return data?.items.find(({ id }) => id === account)?.name;
}
