import { classNames } from '@/components/ui/class-names'
import type { Control, Field } from '@/lib/plugin/dify-view/picture'
import styles from './dify.module.css'

/** A field of one of Dify's forms. What a tooltip would say stands below it, marked as such. */
export function FieldPicture({ field }: { field: Field }) {
  const { label, code, required, worded, typeWord, control, auto, tooltip, note, link, beside, sent } = field
  return (
    <div className={classNames(styles.field, beside && styles.beside)}>
      <div className={styles.label}>
        {sent !== undefined && <Switch on={sent} />}
        <span className={classNames(code && styles.code)}>{label.text}</span>
        {tooltip && <span className={styles.question}>?</span>}
        {typeWord !== undefined && <span className={styles.word}>{typeWord}</span>}
        {required &&
          (worded ? <span className={styles.required}>Required</span> : <span className={styles.star}>*</span>)}
        {auto && (
          <>
            <span className="flex-1" />
            <span className={styles.word}>Auto</span>
            <Switch on />
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

/** A switch of the console. */
export function Switch({ on }: { on: boolean }) {
  return <span className={classNames(styles.switch, !on && styles.off)} />
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
        <div className={classNames(styles.choices, control.column && styles.column)}>
          {control.options.map((option, index) => (
            <div key={index} className={classNames(styles.choice, control.chosen === index && styles.chosen)}>
              <span>
                {control.dots && <span className={styles.dot} />}
                {option}
              </span>
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
    case 'slider':
      return (
        <div className={styles.row}>
          <span className={styles.track}>
            <span className={styles.thumb} style={{ left: `${control.share * 100}%` }} />
          </span>
          <div className={classNames(styles.input, styles.number)}>
            <span>{control.text}</span>
            {control.stepper && <span>⇕</span>}
          </div>
        </div>
      )
    case 'area':
      return <div className={styles.area}>{control.text}</div>
    case 'json':
      return <div className={classNames(styles.area, styles.hint)}>{'{ }'}</div>
  }
}

function Filled({ text, placeholder }: { text?: string; placeholder?: string }) {
  const filled = text !== undefined && text !== ''
  return <span className={classNames(!filled && styles.hint)}>{filled ? text : placeholder}</span>
}
