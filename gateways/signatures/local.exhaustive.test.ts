// Every byte of the fixture.
import './local.test.ts';
