import { openChanges, withChecked } from '../review/review.ts';
import type { Services } from '../services.ts';

/** Ticks every change but those that would overwrite a person's own work. */
export const checkAll = ({ reviews }: Services): void =>
  reviews.update((review) => {
    const harmless = openChanges(review).filter((it) => it.kind !== 'conflict');
    return withChecked(
      review,
      harmless.map((it) => it.path),
      true,
    );
  });

/** Unticks every change. */
export const uncheckAll = ({ reviews }: Services): void =>
  reviews.update((review) => withChecked(review, [...review.checked], false));
