import { render } from 'preact';
import { Desk } from './desk.tsx';

const app = document.getElementById('app');
if (app) render(<Desk />, app);
