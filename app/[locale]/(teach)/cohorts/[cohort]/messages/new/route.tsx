import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { FormFrame } from '@/components/cohort/cohort-frame'
import { AnnouncementForm } from '@/components/cohort/messages/announcement-form'
import { href } from '@/components/shell/paths'
import { readAnnouncement, readPeople } from '@/domain/announcement/announcement-form'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { AppError } from '@/domain/errors'
import { countInvited, namedPeople } from '@/server/announcement/announcement-page'
import { countGroups } from '@/server/announcement/audience'
import { keepDraft } from '@/server/announcement/write-announcement'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { chosenToWrite } from '@/server/cohort/people/many/open-set'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../../staff-document'
import { readWritten } from '../message-act'

/**
 * A message to a cohort. `?to=` names the members who get it; `?set=` names a set of members that were chosen in the
 * list. It is stored as a draft.
 */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'cohort'>) => requireCohort(caller, 'cohort:announce', params.cohort),
  page: async ({ locale, t, path, query }, { cohort, permit }, state) => {
    const now = new Date()
    if (isOver(phaseOf(cohort, now))) throw new AppError('conflict', 'a cohort that is over')
    const key = state.values.to === undefined ? query.get('set') : null
    const set = key === null ? null : await chosenToWrite(permit, cohort, key, now)
    // With an empty set the message would go to everybody.
    if (key !== null && !set?.ids.length)
      return seeOther(href(locale, `/cohorts/${cohort.id}/people?done=${set ? 'nobody' : 'expired'}`))
    const to = set?.ids ?? readPeople(state.values.to ?? query.get('to'))
    const named = await namedPeople(cohort, to)
    const groups = named.length > 0 ? [] : await countGroups(cohort, now)
    const invited = groups.length > 0 ? await countInvited(cohort) : 0
    const values = {
      draft: crypto.randomUUID(),
      version: '1',
      to: named.map(({ memberId }) => memberId).join(' '),
      audience: query.get('group') ?? 'everybody',
    }
    const back = { href: href(locale, `/cohorts/${cohort.id}/messages`), label: t('cohorts.messages.title') }
    const left = set?.left ?? 0
    const form = { action: href(locale, path), groups, named, invited, left, values, state, locale, t }
    return staffDocument(
      t('cohorts.messages.new'),
      <FormFrame back={back} heading={t('cohorts.messages.new')}>
        <AnnouncementForm {...form} />
      </FormFrame>,
    )
  },
  typed: (form) => ({ values: readAnnouncement(form) }),
  read: (form, context, { cohort }) => readWritten(form, context, cohort.locale),
  act: async ({ permit }, { id, version: _, ...written }) => {
    await keepDraft(permit, id, written, new Date())
    return id
  },
  done: (id, { locale, params }) => href(locale, `/cohorts/${params.cohort}/messages/${id}?done=kept`),
})
