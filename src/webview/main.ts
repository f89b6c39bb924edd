import { element, replaceChildren } from './element.ts';
import type { FromPage, PanelState, ToPage } from './protocol.ts';
import { backendList, buttons, logList, stepList, suggestionList, summary, testList } from './sections.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
const send = (message: FromPage): void => editor.postMessage(message);

let lastSeq = -1;
let announced = '';

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type !== 'snapshot' || data.seq <= lastSeq) return;
  lastSeq = data.seq;
  show(data.state);
});

window.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && document.body.dataset.phase === 'running') send({ type: 'cancel' });
});

function show(state: PanelState): void {
  document.body.dataset.phase = state.phase;
  document.body.dataset.tone = state.tone;
  replaceChildren('summary', summary(state));
  replaceChildren('actions', buttons(state, send));
  replaceChildren('backends', backendList(state.backends, send));
  replaceChildren('steps', stepList(state.steps, send));
  replaceChildren('tests', testList(state.tests, send));
  replaceChildren('suggestions', suggestionList(state.suggestions, send));
  replaceChildren('log', logList(state));
  announce(state.headline);
}

// Screen readers hear each headline once; the log would never stop talking.
function announce(text: string): void {
  if (text === announced) return;
  announced = text;
  replaceChildren('status', [element('span', {}, [text])]);
}

send({ type: 'ready' });
