import { useTranslation } from 'react-i18next'
import type { ProseNode } from '#app/components/editor/prose-json.ts'
import { lossTotals, yuanOf } from '#domain/dossiers/cents.ts'
import classes from './blocks.module.css'
import { rowsOf } from './words.ts'

/** Read only; the sums are made here, from whole cents. */
export function LossTable({ node }: { node: ProseNode }) {
  const { t } = useTranslation('blocks')
  const rows = rowsOf(node)
  const { loss, recovered, open } = lossTotals(rows)
  return (
    <div className="tableWrapper">
      <table>
        <caption className="visually-hidden">{t('blocks:loss.label')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('blocks:loss.what')}</th>
            <th scope="col">{t('blocks:loss.loss')}</th>
            <th scope="col">{t('blocks:loss.recovered')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td>{row.what}</td>
              <td className={classes.amount}>{yuanOf(row.loss)}</td>
              <td className={classes.amount}>{yuanOf(row.recovered)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('blocks:loss.sum')}</th>
            <td className={classes.amount}>{yuanOf(loss)}</td>
            <td className={classes.amount}>{yuanOf(recovered)}</td>
          </tr>
          <tr>
            <th scope="row">{t('blocks:loss.open')}</th>
            <td className={classes.amount} colSpan={2}>
              {yuanOf(open)}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
