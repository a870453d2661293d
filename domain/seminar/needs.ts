/** What a participant may tick. There is no free text, so that nobody describes her health. */
export const NEEDS = ['access', 'interpretation', 'hearing'] as const
export type Need = (typeof NEEDS)[number]

/** The needs that a form ticks; `refused` if some are ticked without her consent that the organiser reads them. */
export function readNeeds(form: FormData): { needs: Need[] } | { refused: 'consent' } {
  const needs = NEEDS.filter((need) => form.getAll('needs').includes(need))
  return needs.length > 0 && form.get('needsConsent') !== 'yes' ? { refused: 'consent' } : { needs }
}
