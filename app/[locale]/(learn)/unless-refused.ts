import { AppError } from '@/domain/errors'

/** False if the answer does not fit its question; the page of the question then says so. */
export async function unlessRefused(saving: Promise<unknown>): Promise<boolean> {
  try {
    await saving
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-input') return false
    throw error
  }
}
