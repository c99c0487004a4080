/** The operator as its documents name it. */

export interface Operator {
  name: string;
  /** Each is `null` while unknown to the platform. A document then says so. */
  bin: string | null;
  address: string | null;
  contacts: string | null;
  /** The account that receives the fee (5.1). */
  bank: { name: string; bik: string; iban: string; beneficiaryCode: string; purposeCode: string } | null;
}

/** The name comes from the offer's first lines, which state nothing else. */
export const OPERATOR: Operator = { name: 'ТОО «GIGPLATFORMWORK»', bin: null, address: null, contacts: null, bank: null };
