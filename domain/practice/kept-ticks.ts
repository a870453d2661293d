/** How far one loaded page of a grid has come: the random id of that page, and how many times its ticks have changed. */
export type PageStep = { writer: string; step: number }

/** A person's last attempt at a file, as the server has it, and the page that saved it last. */
export type StoredGrid = {
  /** 0 if she has begun none. */
  number: number
  version: number
  /** Null if a page without a script has saved it. */
  writer: string | null
  step: number
  /** She has handed it in, or has begun none: what she ticks now begins the next attempt. */
  closed: boolean
}

/** The ticks of a page that the server is not known to have, with the attempt and the version that they were made on. */
export type KeptTicks = PageStep & {
  number: number
  version: number
  /** The page that was left before its ticks had arrived. This page went on with them. */
  after: PageStep | null
  at: number
  /** The ids that are ticked, by the name of their field. */
  fields: Record<string, string[]>
}

/**
 * What becomes of kept ticks. `saved`: the server has them. `send`: they contain what the server has, and may replace
 * it. `ask`: another window or device has changed the attempt since, or closed it: the learner decides.
 */
export function fateOf(kept: KeptTicks, stored: StoredGrid): 'saved' | 'send' | 'ask' {
  const isSame = kept.number === stored.number
  if (isSame && kept.writer === stored.writer && stored.step >= kept.step) return 'saved'
  if (stored.closed) return kept.number === stored.number + 1 ? 'send' : 'ask'
  return isSame && (kept.version === stored.version || isLaterThan(kept, stored)) ? 'send' : 'ask'
}

/** Whether the stored state is an earlier one of the same page, or of the page that it goes on from. */
function isLaterThan({ writer, step, after }: KeptTicks, stored: StoredGrid): boolean {
  return [{ writer, step }, after].some((page) => page?.writer === stored.writer && stored.step <= page.step)
}
