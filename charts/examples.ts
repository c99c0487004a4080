/** Examples of every kind of life, for the checks of its law. */
import { taskExamples } from './task/examples.ts';
import type { Examples } from './walk.ts';

export const examples: Record<string, Examples> = { task: taskExamples };
