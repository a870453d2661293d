import { HelpFacts } from '@/components/ui/help-facts'
import { helpFacts } from '@/server/institution/face/help-facts'
import { siteText } from '../site-text'

export const GET = siteText('help', async ({ caller, locale, t }) => {
  const contacts = await helpFacts(caller)
  return contacts.length === 0 ? null : <HelpFacts contacts={contacts} locale={locale} t={t} />
})
