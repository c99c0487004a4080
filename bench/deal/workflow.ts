/** The product's workflows, and the measured deal. */
export * from '../../workflows/index.ts';
export { life as deal } from '../../workflows/life.ts';
