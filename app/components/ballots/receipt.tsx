import { useTranslation } from 'react-i18next'
import type { BallotMethod, Choice } from '#domain/ballots/types.ts'
import classes from './ballot-card.module.css'

interface ReceiptProps {
  readonly method: BallotMethod
  readonly receipt: string | null
  /** Never in a secret ballot, not even from this page's own memory: somebody may look over the shoulder. */
  readonly choice: Choice | null
}

export function Receipt({ method, receipt, choice }: ReceiptProps) {
  const { t } = useTranslation('ballots')
  return (
    <div className={classes.receipt} data-receipt>
      <p className={classes.receiptTitle}>✓ {t('ballots:receipt.title')}</p>
      <p>{t('ballots:receipt.body')}</p>
      {choice === null ? null : (
        <p>{t('ballots:receipt.choice', { choice: t(`ballots:choice.${choice}`) })}</p>
      )}
      {method === 'secret' ? <p>{t('ballots:receipt.secret')}</p> : null}
      {receipt ? (
        <p>
          {t('ballots:receipt.number')} <code>{receipt}</code>
          <br />
          <small>{t('ballots:receipt.numberNote')}</small>
        </p>
      ) : null}
    </div>
  )
}
