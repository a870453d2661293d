import { it } from 'vitest'

/**
 * A test in which PostgreSQL ends a wait itself: at a deadlock, or at one of its limits of time. While faketime moves
 * its clock it does neither, so the test is left out then.
 */
export const itWherePostgresEndsWaits = it.skipIf(process.env.FAKETIME)
