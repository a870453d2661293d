import { typeset } from '@/i18n/typography'
import { Text } from './text'

/** Where a term was read: the glossary says it in French, whatever the language of the page. */
export function TermSource({ children }: { children: string }) {
  return (
    <bdi lang="fr" dir="ltr">
      <Text>{typeset(children, 'fr')}</Text>
    </bdi>
  )
}
