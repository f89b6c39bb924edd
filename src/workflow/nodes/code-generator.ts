import { renderFiles } from '../../core/index.ts';
import { countText } from '../count-text.ts';
import { known } from '../state.ts';
import { reportStep } from './step.ts';

/** Renders every planned file. */
export const codeGenerator = () =>
  reportStep('codeGenerator', (state) => {
    const files = renderFiles(known(state.plan));
    const counts = { files: files.length, lines: files.reduce((sum, it) => sum + lineCount(it.text), 0) };
    return { update: { files }, summary: countText(counts), counts };
  });

const lineCount = (text: string): number => text.split('\n').length - 1;
