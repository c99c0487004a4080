/** The product's workflows, and those of the test charts. */
export * from '../../workflows/index.ts';
export { life as errand, life as parcel } from '../../workflows/life.ts';
