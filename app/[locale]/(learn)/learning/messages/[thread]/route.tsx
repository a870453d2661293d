import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { ThreadPage } from '@/components/thread/thread-page'
import { readThread } from '@/domain/thread/thread'
import { permitToAsk } from '@/server/auth/permit'
import { addToThread } from '@/server/thread/ask'
import { openMyThread } from '@/server/thread/read-threads'
import { readWrittenThread } from '../../../../thread-act'

/** One thread of hers: her question, the answers, and a form for a further message. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context<'thread'>) => permitToAsk(caller),
  page: async ({ locale, t, path, params, query }, permit, state) => {
    const main = (
      <ThreadPage
        thread={await openMyThread(permit, params.thread, new Date())}
        side="learner"
        back={{ href: href(locale, '/learning/messages'), label: t('messages.title') }}
        action={href(locale, path)}
        draft={crypto.randomUUID()}
        done={query.get('done') === 'sent' ? t('threads.sent') : null}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return { title: t('threads.question'), main, styles: ['reader.css'], index: false }
  },
  typed: (form) => ({ values: readThread(form) }),
  read: readWrittenThread,
  act: (permit, written, { params }) => addToThread(permit, params.thread, written, new Date()),
  done: (_, { locale, params }) => href(locale, `/learning/messages/${params.thread}?done=sent`),
})
