import type { ChangesData } from '@/components/record/changes'
import type { StoredProof } from '@/components/record/evidence-views'
import type { FilingComparisonData } from '@/components/record/filing-comparison'
import type { EmploymentKind } from '@/lib/access/types'
import type { Category, Explanation, Subject, SubjectHours } from '@/lib/rules/types'
import type { RecordState } from '@/lib/workflow/states'

/** Another record about the same document. */
export interface SimilarRecord {
  /** Kinds of identifiers that both records have in common. */
  same: readonly string[]
  samePerson: boolean
  /** null where the reader may not see it. */
  record: { id: string; title: string; year: number; state: RecordState; personName: string } | null
}

/** The data of a review. */
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
    events: readonly { changes: ChangesData | null }[]
    organizationName: string | null
    platformName: string | null
    evidence: readonly StoredProof[]
  }
  person: { name: string; idNumberMask: string; employment: EmploymentKind | null; department: string | null }
  /** The filing of a professional training, compared with the record; `missing` where none was chosen, null where none is needed. */
  filing: FilingComparisonData | 'missing' | null
  year: YearFacts
  explanation: Explanation | null
  ruleSet: string
  similar: readonly SimilarRecord[]
}

export interface YearFacts {
  before: SubjectHours
  after: SubjectHours
  required: { total: number; professional: number }
}
