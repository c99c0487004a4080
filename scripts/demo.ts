// Runs a demonstration over HTTP on the running stack and prints each step: npm run demo
import { developmentEnvironment } from '../local/environment.ts';
import { openSampleSessions } from '../local/sample-users.ts';
import { showAccounts } from './demo/accounts.ts';
import { showMeeting } from './demo/meeting.ts';
import { showTasks } from './demo/tasks.ts';

const users = await openSampleSessions(developmentEnvironment());
await showTasks(users);
await showAccounts(users);
await showMeeting(users);
