import type { Audience } from '@/domain/announcement/announcement'
import type { Translator } from '@/i18n/translator'

export function groupName(audience: Audience, t: Translator): string {
  return audience === 'everybody' || audience === 'chosen'
    ? t(`cohorts.messages.${audience}`)
    : t(`cohorts.situation.${audience}`)
}
