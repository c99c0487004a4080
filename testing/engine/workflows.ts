/** The workflows of the tests: the product's, and the test charts' lives. */
export * from '../../workflows/index.ts';
export { life as errand, life as parcel } from '../../workflows/life.ts';
