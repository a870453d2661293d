// What review:export loads once its settings are right.
export { describeFinding } from '@/server/content/check-content'
export { closeDatabase } from '@/server/db/client'
export { exportReview } from '@/server/editorial/export/export-review'
export { withDatabase } from '@/server/embedded/with-database'
