import { AppError } from '@/domain/errors'

const HEAVY = ['text-too-slow', 'text-too-large', 'text-too-deep'] as const

/** The refusal of a text that met a limit of the parsers. */
export function isHeavy(error: unknown): error is AppError & { code: (typeof HEAVY)[number] } {
  return error instanceof AppError && HEAVY.some((code) => code === error.code)
}

/**
 * What the checks made; null if the text met a limit, or they are busy. For a form that is shown again, with or without
 * the findings: the refusal of what was sent has said the reason.
 */
export async function orNullIfHeavy<T>(checked: Promise<T>): Promise<T | null> {
  try {
    return await checked
  } catch (error) {
    if (isHeavy(error) || (error instanceof AppError && error.code === 'unavailable')) return null
    throw error
  }
}
