/** One workflow type for each kind of life, named as people name it. */
export { life as task } from './life.ts';
