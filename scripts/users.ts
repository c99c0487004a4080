// Opens a session for each sample user and prints them as JSON. Only on a developer's machine.
import { developmentEnvironment } from '../local/environment.ts';
import { openSampleSessions } from '../local/sample-users.ts';

const environment = developmentEnvironment();
if (environment.NODE_ENV !== 'development' || !environment.DATABASE_URL) {
  console.error('Sample users exist in development only: start the stack with npm start, then ask again.');
  process.exit(1);
}
console.log(JSON.stringify(await openSampleSessions(environment), null, 2));
