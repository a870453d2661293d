import 'server-only'
import type { Actor } from '@/domain/auth/policy'
import { type Suggestion, suggestFiles } from '@/domain/practice/suggest-file'
import type { Permit } from '../auth/permit'
import type { Reading } from '../course/named-practice'
import { practiceFiles } from '../practice/practice-files'
import { lessonsMissed } from './learning-signs'

/** The file that fits the lesson in which she has missed most; null if she has missed nothing that a new file fits. */
export async function missedFile(
  actor: Actor,
  permit: Permit<'account:read'>,
  reading: Reading,
): Promise<Suggestion | null> {
  const shaky = await lessonsMissed(permit)
  if (shaky.length === 0) return null
  const suggestions = suggestFiles(await practiceFiles(actor, reading), { shaky, done: [], function: '' })
  return suggestions.find(({ because }) => because.why === 'shaky') ?? null
}
