import { useTranslation } from 'react-i18next'

/** Templates and their versions in words. */
export function useTemplateNames() {
  const { t } = useTranslation(['templates', 'dossiers', 'cases'])
  const document = (part: string) =>
    part === 'opinion' ? t('templates:opinion') : t(`dossiers:part.${part}`)
  return {
    document,
    of: ({ kind, part }: { kind: string; part: string }) => `${t(`cases:kind.${kind}`)} · ${document(part)}`,
    version: (number: number) =>
      number === 0 ? t('templates:release') : t('templates:version', { n: number }),
  }
}
