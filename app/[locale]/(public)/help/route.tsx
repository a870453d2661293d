import { HelpFacts } from '@/components/ui/help-facts'
import { helpFacts } from '@/server/institution/face/help-facts'
import { siteText } from '../site-text'

/** The title promises a contact only if the page shows one; otherwise the page says who in the institution can help. */
export const GET = siteText('help', async ({ caller, locale, t }) => {
  const contacts = await helpFacts(caller)
  const facts = <HelpFacts contacts={contacts} locale={locale} t={t} />
  if (contacts.length === 0) return { facts, ask: t('help.ask.institution') }
  return { facts, title: t('help.title'), ask: t('help.ask.contact') }
})
