/** Where a member of the staff proves the second factor: after each login, and again when it is no longer fresh. */
export const PROVE_FACTOR = { method: 'POST', href: '/v1/auth/second-factor/proof' };
