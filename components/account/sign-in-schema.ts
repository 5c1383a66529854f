import { email, object, string, type z } from 'zod'

const mail = string().trim().pipe(email('Give an e-mail address like name@example.com.'))

/** What signing in asks. */
export const signInSchema = object({
  name: string(),
  email: mail,
  password: string().min(1, 'Give the password.'),
})

/** What making an account asks. */
export const signUpSchema = object({
  name: string().trim().min(1, 'Give the name that your team will see.').max(100, 'Use 100 characters at most.'),
  email: mail,
  password: string().min(8, 'Choose a password of at least 8 characters.').max(1_000, 'Use 1,000 characters at most.'),
})

export type SignInAnswers = z.infer<typeof signInSchema>
