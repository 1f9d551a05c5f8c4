import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './style/tokens.css';
import './style/base.css';
import './style/layout.css';
import './style/controls.css';
import './style/choices.css';
import './style/surfaces.css';
import './style/table.css';
import './style/forms.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { followDesk } from './store/desk.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
createRoot(root).render(<App />);
void followDesk(bridge);
