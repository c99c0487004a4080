/** The product's lives, and the measured one. */
export * from '../../workflows/index.ts';
export { life as deal } from '../../workflows/life.ts';
