import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { HelpFacts } from './help-facts'

const school = { nameArabic: 'المعهد', nameLatin: 'Institut' }
const ofSchool = { school, email: 'aide@institut.example', phone: null }
const ofPlatform = { school: null, email: 'aide@site.example', phone: null }

describe.each(LOCALES)('the help in %s', (locale) => {
  const t = translator(locale)
  const render = (contacts: Parameters<typeof HelpFacts>[0]['contacts']) =>
    renderToStaticMarkup(<HelpFacts contacts={contacts} locale={locale} t={t} />)

  it.each([[[]], [[ofSchool]]])('says whom to ask if the platform has named no contact', (contacts) => {
    expect(render(contacts)).toContain(t('help.noContact'))
  })

  it('shows the contact of the platform instead', () => {
    const html = render([ofPlatform, ofSchool])

    expect(html).not.toContain(t('help.noContact'))
    expect(html).toContain('href="mailto:aide@site.example"')
    expect(html).toContain('href="mailto:aide@institut.example"')
  })
})
