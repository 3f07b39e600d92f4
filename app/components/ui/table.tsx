import type { ComponentProps } from 'react'
import cardsOnPhone from './cards-on-phone.module.css'
import classes from './table.module.css'

interface TableProps extends ComponentProps<'table'> {
  readonly highlightOnHover?: boolean
  /** On a phone a card per row; each cell names its column in `data-label`, empty for none. */
  readonly cards?: boolean
}

/** Rows of 40 px, a line between them. Mantine's would bring a scroll area along, to every list. */
export function Table({ className, highlightOnHover, cards = false, ...rest }: TableProps) {
  return (
    <table
      {...rest}
      {...(highlightOnHover ? { 'data-hover': true } : {})}
      className={[classes.table, cards && cardsOnPhone.table, className].filter(Boolean).join(' ')}
    />
  )
}

Table.Thead = (props: ComponentProps<'thead'>) => <thead {...props} />
Table.Tbody = (props: ComponentProps<'tbody'>) => <tbody {...props} />
Table.Tr = (props: ComponentProps<'tr'>) => <tr {...props} />
Table.Th = (props: ComponentProps<'th'>) => <th scope="col" {...props} />
Table.Td = (props: ComponentProps<'td'>) => <td {...props} />
