import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { FormFrame } from '@/components/cohort/cohort-frame'
import { AnnouncementForm } from '@/components/cohort/messages/announcement-form'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { isChangeable } from '@/domain/announcement/announcement'
import { readAnnouncement } from '@/domain/announcement/announcement-form'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { AppError } from '@/domain/errors'
import { countInvited, ownAnnouncement, peopleOfDraft } from '@/server/announcement/announcement-page'
import { countGroups } from '@/server/announcement/audience'
import { changeAnnouncement } from '@/server/announcement/write-announcement'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { staffDocument } from '../../../../../staff-document'
import { readWritten, valuesOf } from '../../message-act'

/** True if another person has changed the message since the form was opened. */
function isOutdated({ values }: FormState, { version }: { version: string }): boolean {
  return values.version !== undefined && values.version !== version
}

/** Changes a message before it is sent. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'cohort' | 'message'>) => {
    const granted = await requireCohort(caller, 'cohort:announce', params.cohort)
    return { ...granted, announcement: await ownAnnouncement(granted.cohort, params.message) }
  },
  page: async ({ locale, t, path, params }, { cohort, announcement }, state) => {
    const now = new Date()
    if (isOver(phaseOf(cohort, now)) || !isChangeable(announcement.state))
      throw new AppError('conflict', 'a message that has left')
    const named = await peopleOfDraft(announcement, cohort)
    const groups = announcement.audience === 'chosen' ? [] : await countGroups(cohort, now)
    const invited = groups.length > 0 ? await countInvited(cohort) : 0
    const seen = { draft: announcement.id, version: String(announcement.version), to: '' }
    const back = {
      href: href(locale, `/cohorts/${cohort.id}/messages/${params.message}`),
      label: t('cohorts.messages.preview'),
    }
    // The form always gets the stored version: with the version that was sent, saving it would fail every time.
    const stored = isOutdated(state, seen) ? announcement.texts : null
    const form = { action: href(locale, path), groups, named, invited, stored, locale, t }
    const shown = { ...state, values: { ...state.values, ...seen } }
    return staffDocument(
      t('cohorts.messages.edit'),
      <FormFrame back={back} heading={t('cohorts.messages.edit')}>
        <AnnouncementForm {...form} state={shown} values={{ ...seen, ...valuesOf(announcement) }} />
      </FormFrame>,
    )
  },
  typed: (form) => ({ values: readAnnouncement(form) }),
  read: (form, context, { cohort }) => readWritten(form, context, cohort.locale),
  act: ({ permit }, { id: _, to: __, ...written }, { params }) =>
    changeAnnouncement(permit, params.message, written, new Date()),
  done: (_, { locale, params }) => href(locale, `/cohorts/${params.cohort}/messages/${params.message}?done=kept`),
})
