type Props = { html: string; className?: string }

/**
 * HTML that the server rendered before, and sanitised (markdown.tsx), from reviewed course files. This is the only
 * place where ready-made HTML enters a page. What a visitor wrote may be in it only as text that React has escaped.
 */
export function FinishedHtml({ html, className }: Props) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
