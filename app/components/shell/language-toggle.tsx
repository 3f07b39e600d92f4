import { Button } from '@mantine/core'
import { Form, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Names the other language in that language: who reads it can use it. */
export function LanguageToggle() {
  const { t, i18n } = useTranslation('shell')
  const { pathname, search } = useLocation()
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <Form method="post" action="/language" preventScrollReset>
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="to" value={pathname + search} />
      <Button
        type="submit"
        variant="subtle"
        color="slate"
        h={40}
        px="xs"
        miw="max-content"
        lang={other}
        aria-label={t('shell:otherLanguageLabel')}
      >
        {t('shell:otherLanguage')}
      </Button>
    </Form>
  )
}
