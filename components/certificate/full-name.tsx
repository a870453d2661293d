type Props = { nameArabic: string; nameLatin: string; children?: React.ReactNode }

/** Both names as the certificate prints them, each in its own script, followed by a note on them. */
export function FullName({ nameArabic, nameLatin, children }: Props) {
  return (
    <span className="full-name">
      <bdi lang="ar" dir="rtl">
        {nameArabic}
      </bdi>
      <bdi lang="fr" dir="ltr">
        {nameLatin}
      </bdi>
      {children}
    </span>
  )
}
