const TEXTS = {
  ar: {
    dir: 'rtl',
    400: ['عنوان غير صحيح', 'تعذرت قراءة هذا العنوان. المرجو التحقق منه.'],
    413: ['حجم كبير', 'حجم ما أرسل يتجاوز الحد المسموح به. لم يُفقد أي شيء.'],
    home: 'العودة إلى الصفحة الرئيسية',
  },
  fr: {
    dir: 'ltr',
    400: ['Adresse illisible', 'Cette adresse ne peut pas être lue. Vérifiez-la.'],
    413: ['Envoi trop volumineux', 'Cet envoi dépasse la taille permise. Rien n’est perdu.'],
    home: 'Retour à l’accueil',
  },
  en: {
    dir: 'ltr',
    400: ['Unreadable address', 'This address cannot be read. Check it.'],
    413: ['Too large', 'This is larger than what is allowed. Nothing is lost.'],
    home: 'Back to the home page',
  },
}

/** Answers what Next cannot route: a malformed address (400) or a body over the limit (413), in the reader's language. */
export function badAddressPage(response, acceptLanguage = '', path = '') {
  const fromPath = /^\/(ar|fr|en)(\/|$)/.exec(path)?.[1]
  const locale = fromPath ?? acceptLanguage.toLowerCase().match(/\b(ar|fr|en)\b/)?.[1] ?? 'ar'
  const status = response.statusCode === 413 ? 413 : 400
  const { dir, home, [status]: texts } = TEXTS[locale]
  response.statusCode = status
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
  response.end(
    `<!doctype html><html lang="${locale}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${texts[0]}</title><main><h1>${texts[0]}</h1><p>${texts[1]}</p><p><a href="/${locale}">${home}</a></p></main></html>`,
  )
}
