/** The operator as its documents name it. */

export interface Operator {
  name: string;
  /** Each `null` where the platform has not been told: a document then says so. */
  bin: string | null;
  address: string | null;
  contacts: string | null;
  /** Where the fee is paid to (5.1). */
  bank: { name: string; bik: string; iban: string; beneficiaryCode: string; purposeCode: string } | null;
}

/** By name from the offer's first lines, which tell no more. */
export const OPERATOR: Operator = { name: 'ТОО «GIGPLATFORMWORK»', bin: null, address: null, contacts: null, bank: null };
