type Props = { html: string; className?: string }

/**
 * HTML that the server rendered before from reviewed course files, sanitised on the way (markdown.tsx). The only place where
 * finished HTML enters a page; never for anything a visitor wrote.
 */
export function FinishedHtml({ html, className }: Props) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
