import { classNames } from '@/components/ui/class-names'
import type { Control, Field } from '@/lib/plugin/dify-view/picture'
import styles from './dify.module.css'

/** A field of one of Dify's forms. What a tooltip would say stands below it, marked as such. */
export function FieldPicture({ field }: { field: Field }) {
  const { label, code, required, typeWord, control, auto, tooltip, note, link } = field
  return (
    <div className={styles.field}>
      <div className={styles.label}>
        <span className={classNames(code && styles.code)}>{label.text}</span>
        {tooltip && <span className={styles.question}>?</span>}
        {typeWord !== undefined && <span className={styles.word}>{typeWord}</span>}
        {required && <span className={styles.star}>*</span>}
        {auto && (
          <>
            <span className="flex-1" />
            <span className={styles.word}>Auto</span>
            <span className={styles.switch} />
          </>
        )}
      </div>
      {tooltip && <div className={styles.tip}>{tooltip.text}</div>}
      {note && <div className={styles.small}>{note.text}</div>}
      <ControlPicture control={control} />
      {link && <div className={styles.link}>{link.text} ↗</div>}
    </div>
  )
}

function ControlPicture({ control }: { control: Control }) {
  if (control.kind === 'none') return null
  const drawn = <Drawn control={control} />
  if (!('variable' in control) || !control.variable) return drawn
  return (
    <div className={styles.row}>
      <div className={styles.button}>(x)</div>
      {drawn}
    </div>
  )
}

function Drawn({ control }: { control: Exclude<Control, { kind: 'none' }> }) {
  switch (control.kind) {
    case 'input':
      return (
        <div className={styles.input}>
          <Filled
            text={control.secret ? control.text?.replace(/./g, '•') : control.text}
            placeholder={control.placeholder}
          />
          {control.badge !== undefined && <span className={styles.badge}>{control.badge}</span>}
        </div>
      )
    case 'select':
      return (
        <div className={styles.input}>
          <Filled text={control.text} placeholder={control.placeholder} />
          <span>⌄</span>
        </div>
      )
    case 'choices':
      return (
        <div className={styles.choices}>
          {control.options.map((option, index) => (
            <div key={option} className={classNames(styles.choice, control.chosen === index && styles.chosen)}>
              {option}
            </div>
          ))}
        </div>
      )
    case 'checks':
      return (
        <div className={styles.checks}>
          {control.options.map((option, index) => (
            <div key={index} className={styles.check}>
              {option}
            </div>
          ))}
        </div>
      )
    case 'picker':
      return (
        <div className={styles.input}>
          <Filled placeholder={control.text} />
          <span>⌄</span>
        </div>
      )
    case 'json':
      return <div className={classNames(styles.area, styles.hint)}>{'{ }'}</div>
  }
}

function Filled({ text, placeholder }: { text?: string; placeholder?: string }) {
  const filled = text !== undefined && text !== ''
  return <span className={classNames(!filled && styles.hint)}>{filled ? text : placeholder}</span>
}
