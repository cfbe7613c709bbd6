import type { StoredProof } from '@/components/record/evidence-views'
import type { EmploymentKind } from '@/lib/access/types'
import type { Category, Explanation, Subject, SubjectHours } from '@/lib/rules/types'
import type { RecordState } from '@/lib/workflow/states'

/** Another record that hands in the very same file. */
export interface SimilarRecord {
  id: string
  year: number
  state: RecordState
  samePerson: boolean
  /** Said to whom the other record concerns; null for the rest. */
  title: string | null
  personName: string | null
  /** In reach: it can be opened. */
  visible: boolean
}

/** What a reviewer decides on, as it is shown. */
export interface ReviewData {
  record: {
    content: {
      category: Category
      option: string | null
      subject: Subject | null
      startedOn: string | null
      completedOn: string | null
      year: number
      organizer: string
      assessment: string
      details: {
        days?: number | undefined
        times?: number | undefined
        courses?: number | undefined
        author?: string | undefined
        number?: string | undefined
        certificate?: string | undefined
        decision?: string | undefined
        unitApproved?: boolean | undefined
      }
    }
    organizationName: string | null
    platformName: string | null
    evidence: readonly StoredProof[]
  }
  person: { name: string; idNumberMask: string; employment: EmploymentKind | null; department: string | null }
  /** The filing of a professional training; null where none is needed. */
  filing: FilingFacts | null
  year: YearFacts
  explanation: Explanation | null
  ruleSet: string
  similar: readonly SimilarRecord[]
}

export interface FilingFacts {
  number: string | null
  title: string
  approvedOn: string | null
  /** Approved by the first day (N3.2). */
  matches: boolean
}

export interface YearFacts {
  before: SubjectHours
  after: SubjectHours
  required: { total: number; professional: number }
}
