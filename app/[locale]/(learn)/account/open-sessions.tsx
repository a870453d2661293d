import { type OpenSession, Sessions } from '@/components/access/sessions'
import type { Translator } from '@/i18n/translator'
import { signOutAction, signOutEverywhereAction } from './session-actions'

export function OpenSessions({ t, sessions }: { t: Translator; sessions: readonly OpenSession[] }) {
  return (
    <>
      <p>{t('account.sessions.lead')}</p>
      <Sessions
        sessions={sessions}
        texts={{
          here: t('account.sessions.here'),
          signOut: t('nav.signOut'),
          everywhere: t('account.sessions.everywhere'),
        }}
        signOut={signOutAction}
        signOutEverywhere={signOutEverywhereAction}
      />
    </>
  )
}
