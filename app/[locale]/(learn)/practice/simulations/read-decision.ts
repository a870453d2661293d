import type { Refused } from '@/app/http/refused'
import type { Translator } from '@/i18n/translator'

/**
 * The choice that was sent; null if the form belongs to another run. Without a choice, or without its confirmation,
 * nothing is decided and the form is shown again.
 */
export function readDecision(sent: FormData, runId: string | null, t: Translator): string | null | Refused {
  if (sent.get('run') !== runId) return null
  const choice = sent.get('choice')
  const errors = {
    ...(typeof choice !== 'string' && { choice: t('casework.simulation.step.choose') }),
    ...(sent.get('confirm') !== 'yes' && { confirm: t('casework.simulation.step.tickFirst') }),
  }
  const problems = Object.entries(errors)
  if (problems.length === 0 && typeof choice === 'string') return choice
  const summary = problems.map(([name, text]) => ({ name, text }))
  return { refused: { summary, errors, values: typeof choice === 'string' ? { choice } : {} } }
}
