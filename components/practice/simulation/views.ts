import type { CaseDocument } from '@/domain/case/case-text'
import type { Seat } from '@/domain/case/simulation/simulation'

/** The clock of the story, as it is shown: the day of the week and the time. */
export type StoryTime = { day: string; time: string }

/** A document that is open. A page holds no other, and does not say how many there are. */
export type PaperView = { paper: CaseDocument; at: StoryTime; isFresh: boolean }

/** The head of every page of a run. */
export type HeadView = {
  title: string
  /** The stages of the story; `stage` is the index of the current one, from 0. */
  stages: readonly string[]
  stage: number
  clock: StoryTime
  seat: Seat
}
