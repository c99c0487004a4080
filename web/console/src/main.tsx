import '../../shared/style.css';
import './console.css';
import { render } from 'preact';
import { followLinks } from '../../shared/address.ts';
import { BASE } from './address.ts';
import { Console } from './console.tsx';

followLinks(BASE);
render(<Console />, document.getElementById('page') as HTMLElement);
