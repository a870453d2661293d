import { HelpFacts } from '@/components/ui/help-facts'
import { helpFacts } from '@/server/institution/face/help-facts'
import { siteText } from '../site-text'

export const GET = siteText('help', async ({ caller, locale, t }) => (
  <HelpFacts contacts={await helpFacts(caller)} locale={locale} t={t} />
))
