import '../../shared/style.css';
import { render } from 'preact';
import { followLinks } from './address.ts';
import { Cabinet } from './cabinet.tsx';
import { startWorker } from './worker.ts';

followLinks();
startWorker();
render(<Cabinet />, document.getElementById('page') as HTMLElement);
