import '../../shared/style.css';
import { render } from 'preact';
import { followLinks } from '../../shared/address.ts';
import { BASE } from './address.ts';
import { Cabinet } from './cabinet.tsx';

followLinks(BASE);
render(<Cabinet />, document.getElementById('page') as HTMLElement);
