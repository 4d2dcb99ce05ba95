import { render } from 'preact';
import { Popup } from './popup.tsx';

const app = document.getElementById('app');
const asked = new URLSearchParams(location.search).get('tab');
if (app) render(<Popup pinnedTo={asked === null ? null : Number(asked)} />, app);
