import { planFiles } from '../../core/index.ts';
import { countText } from '../count-text.ts';
import type { Ports } from '../ports.ts';
import { reviewSchema } from '../schema-review.ts';
import { known } from '../state.ts';
import { reportStep } from './step.ts';

/** Plans the files; with a model it also asks for a review of the schema, which changes nothing. */
export const architect = (text: string, ports: Ports) =>
  reportStep('architect', async (state, tools) => {
    const plan = planFiles(known(state.model), ports.templates);
    const suggestions = await reviewSchema(text, ports.models?.architect, tools);
    const files = plan.files.length;
    const remarks = suggestions === 0 ? '' : `, ${countText({ suggestions })}`;
    return {
      update: { plan },
      summary: `${countText({ files })} planned${remarks}`,
      counts: { files, suggestions },
    };
  });
