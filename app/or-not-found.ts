import { notFound } from 'next/navigation'
import { AppError } from '@/domain/errors'

/** For pages: what does not exist is a 404 page, anything else stays what it was. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound()
    throw error
  }
}
