import 'server-only'
import { log, reasonOf } from '../log'
import { isConflict } from './unreachable'

const REPEATS = 2

/**
 * Runs a transaction, and runs it again at once if the database undid it in favour of another. So `transaction` must
 * change nothing but the database.
 */
export async function repeatConflict<T>(transaction: () => Promise<T>): Promise<T> {
  for (let left = REPEATS; ; left -= 1) {
    try {
      return await transaction()
    } catch (error) {
      if (left === 0 || !isConflict(error)) throw error
      log('transaction-repeated', { reason: reasonOf(error) })
    }
  }
}
