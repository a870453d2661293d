import type { APIResponse } from '@playwright/test'

/** A status; of a redirection, also where it leads. */
export type Answer = number | `${number} ${string}`

export function answerOf(response: APIResponse): Answer {
  const { location } = response.headers()
  if (location === undefined) return response.status()
  return `${response.status()} ${new URL(location, 'http://here.invalid').pathname}`
}
