import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { ThreadPage } from '@/components/thread/thread-page'
import { readThread } from '@/domain/thread/thread'
import { answerThread } from '@/server/thread/answer'
import { openCohortThread } from '@/server/thread/read-threads'
import { readWrittenThread } from '../../../../../thread-act'
import { staffDocument } from '../../../../staff-document'
import { requireThreads } from '../require-threads'

/** One thread of a learner, and the form in which a tutor answers. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort' | 'thread'>) => requireThreads(caller, params.cohort),
  page: async ({ locale, t, path, params, query }, { cohort, permit }, state) => {
    const thread = await openCohortThread(permit, params.thread, new Date())
    const main = (
      <ThreadPage
        thread={thread}
        side="tutor"
        back={{ href: href(locale, `/cohorts/${cohort.id}/threads`), label: t('threads.title') }}
        action={href(locale, path)}
        draft={crypto.randomUUID()}
        done={query.get('done') === 'sent' ? t('threads.answered') : null}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return { ...staffDocument(t('threads.question'), main), styles: ['staff.css', 'reader.css'] }
  },
  typed: (form) => ({ values: readThread(form) }),
  read: readWrittenThread,
  act: (granted, written, { params }) => answerThread(granted, params.thread, written, new Date()),
  done: (_, { locale, params }) => href(locale, `/cohorts/${params.cohort}/threads/${params.thread}?done=sent`),
})
