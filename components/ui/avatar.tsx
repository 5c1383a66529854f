import { classNames } from './class-names'

const pigments = ['bg-[#4a5d8f]', 'bg-[#8a4a2b]', 'bg-[#7a3a5c]', 'bg-[#5d5a16]']

/** Two letters of a name: "Ada Lovelace" → AL, "ada" → AD. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2)
  return letters.join('').toUpperCase()
}

/** The color of a person's avatar, for marks at where they are. */
export function colorOf(name: string): string {
  return pigmentOf(name).slice('bg-['.length, -1)
}

function pigmentOf(name: string): string {
  const sum = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0)
  return pigments[sum % pigments.length] ?? ''
}

/** A person: white letters on one of four pigments, always the same one for a name. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        'grid size-[22px] shrink-0 place-items-center rounded-round text-[9.5px] font-semibold leading-none text-white',
        pigmentOf(name),
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  )
}
