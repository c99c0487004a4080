import '../../shared/style.css';
import { render } from 'preact';
import { followLinks } from '../../shared/address.ts';
import { BASE } from './address.ts';
import { Cabinet } from './cabinet.tsx';
import { startWorker } from './worker.ts';

followLinks(BASE);
startWorker();
render(<Cabinet />, document.getElementById('page') as HTMLElement);
