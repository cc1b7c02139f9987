export const periodicReviewsPath = '/documents/periodic-reviews';
