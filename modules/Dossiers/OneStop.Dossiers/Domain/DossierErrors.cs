using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Domain;

internal static class DossierErrors
{
    public const string Missing = "dossier.missing";
    public const string WrongState = "dossier.wrong_state";
    public const string FinalState = "dossier.final_state";
    public const string DraftOnly = "dossier.draft_only";
    public const string WrongActor = "dossier.wrong_actor";
    public const string ReasonMissing = "dossier.reason_missing";
    public const string ReasonTooLong = "dossier.reason_too_long";
    public const string LegalBasisMissing = "dossier.legal_basis_missing";
    public const string ItemsMissing = "dossier.items_missing";
    public const string NotFiledAtCounter = "dossier.not_filed_at_counter";
    public const string AlreadyAccepted = "dossier.already_accepted";
    public const string NotYetAccepted = "dossier.not_yet_accepted";
    public const string ResultUnpaid = "dossier.result_unpaid";
    public const string TooManyFiles = "dossier.too_many_files";
    public const string FileMissing = "dossier.file_missing";
    public const string ApplicantIncomplete = "dossier.applicant_incomplete";
    public const string AnswersIncomplete = "dossier.answers_incomplete";
    public const string ComponentsMissing = "dossier.components_missing";
    public const string ClosedProcedure = "dossier.closed_procedure";
    public const string UnknownProcedure = "dossier.unknown_procedure";
    public const string NoCompetentUnit = "dossier.no_competent_unit";
    public const string UnknownPlace = "dossier.unknown_place";
    public const string UnknownComponent = "dossier.unknown_component";
    public const string CaseMissing = "dossier.case_missing";
    public const string KeyReused = "dossier.key_reused";
    public const string UnknownSection = "dossier.unknown_section";
    public const string TermMissing = "dossier.term_missing";
    public const string TermUnsound = "dossier.term_unsound";
    public const string TermBasisMissing = "dossier.term_basis_missing";

    public static Error NotInThisState(DossierStatus status, DossierDeed deed) => DossierTransitions.IsFinal(status)
        ? new Error(FinalState, ErrorKind.RuleBroken, null, [(int)status, deed.ToString()])
        : new Error(WrongState, ErrorKind.RuleBroken, null, [(int)status, deed.ToString()]);

    public static Error NotYours(DossierDeed deed) => new(WrongActor, ErrorKind.Forbidden, null, [deed.ToString()]);
}
