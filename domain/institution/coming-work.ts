import type { Texts } from '../text/texts'

/**
 * Work that an institution has announced or scheduled, and that nobody could stop once the institution is archived. Each
 * kind has its sentence in i18n/messages/*.json under `institutions.coming`.
 */
export type ComingWork = {
  kind: 'announcement' | 'survey' | 'seminar'
  id: string
  /** The title; of an announcement, the name of its cohort. */
  titles: Texts
  /** When the announcement leaves, the survey opens or closes, or the seminar begins. */
  at: Date
}
