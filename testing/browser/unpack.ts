// Unpacks the browser of the tests once, before the first of them waits for it.
import { findBrowser } from './browser.ts';

findBrowser();
