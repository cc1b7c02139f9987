/** Rows of the form in which a plan is written. */
export const actionCount = 8;
