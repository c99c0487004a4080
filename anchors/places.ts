/** What the second place holds, by name. Names have their size in fifteen digits, so they sort by it. */

const digitsOf = (size: number): string => String(size).padStart(15, '0');
const numbered = (folder: string, size: number): string => `${folder}/${digitsOf(size)}`;

/** The leaves that a checkpoint adds to the one before, a line each. */
export const leavesName = (size: number): string => numbered('leaves', size);
/** The signed note. It is written after its leaves: a checkpoint that is there is complete. */
export const checkpointName = (size: number): string => numbered(CHECKPOINTS, size);
/** The authority's reply about the note. */
export const stampName = (size: number): string => numbered('stamps', size);

export const CHECKPOINTS = 'checkpoints';
/** A name in a folder that sorts before this size, and after every smaller one. */
export const nameBefore = (size: number): string => digitsOf(size - 1);
/** The size that a name in `CHECKPOINTS` stands for. */
export const sizeOf = (name: string): number => Number(name);
