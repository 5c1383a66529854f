import dynamic from 'next/dynamic'
import { FieldNote } from '@/components/ui/field-note'
import { FieldRow } from '@/components/ui/field-row'
import { Segments } from '@/components/ui/segments'
import type { Question } from './settled-answers'

/** Loaded with the first question that has many answers; its place is kept. */
const Select = dynamic(() => import('@/components/ui/select').then((part) => part.Select), {
  loading: () => <span className="block h-7 max-sm:h-10" />,
})

/** What the chosen kinds ask besides the name, a line each. */
export function QuestionRows({
  questions,
  onAnswer,
}: {
  questions: readonly Question[]
  onAnswer: (name: Question['name'], value: string) => void
}) {
  return questions.map(({ name, title, choices, value, note }) => {
    const id = title.toLowerCase().replace(/\W+/g, '-')
    const Control = choices.length > 4 ? Select : Segments
    return (
      <FieldRow key={title} label={<span id={`${id}-label`}>{title}</span>}>
        <Control
          id={id}
          choices={choices}
          value={value}
          onValueChange={(next) => onAnswer(name, next)}
          aria-labelledby={`${id}-label`}
          aria-describedby={note === '' ? undefined : `${id}-note`}
          className={choices.length > 4 ? 'sm:max-w-[360px]' : undefined}
        />
        {note !== '' && <FieldNote id={`${id}-note`}>{note}</FieldNote>}
      </FieldRow>
    )
  })
}
