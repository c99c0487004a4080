import { createRequire } from 'node:module';
import Runtime from 'jest-runtime';

const nativeRequire = createRequire(import.meta.url);

/**
 * Runs the tests in Node itself, like the programs. Jest's own runtime reads every module anew for each file, in a realm with another `Error` and `Array`:
 * that took a third of the time of all tests. So the files that one worker of jest runs share their modules, and no module may keep a state.
 */
export default class extends Runtime {
  /** Jest asks for its framework once a file. It keeps the tests of that file, so it is read anew, and what it is made of is not. */
  requireInternalModule(path) {
    delete nativeRequire.cache[path];
    return nativeRequire(path);
  }

  requireModule(path) {
    const { describe, it, test, expect, beforeAll, beforeEach, afterAll, afterEach } = this._environment.global;
    Object.assign(globalThis, { describe, it, test, expect, beforeAll, beforeEach, afterAll, afterEach });
    return nativeRequire(path);
  }
}
