import type { APIResponse } from '@playwright/test'

/** A status; for a redirect, also its target. */
export type Answer = number | `${number} ${string}`

export function answerOf(response: APIResponse): Answer {
  const { location } = response.headers()
  if (location === undefined) return response.status()
  return `${response.status()} ${new URL(location, 'http://here.invalid').pathname}`
}
