namespace OneStop.Approvals.Engine.Definitions;

/// <summary>Why a file cannot be deployed: a code whose text the resources hold, the element, its line, and what was found.</summary>
internal sealed record DeploymentProblem(string Code, string ElementId, int Line, string Detail)
{
    public const string NotXml = "deployment.not_xml";
    public const string TooLarge = "deployment.too_large";
    public const string TooDeep = "deployment.too_deep";
    public const string NotBpmn = "deployment.not_bpmn";
    public const string NoProcess = "deployment.no_process";
    public const string UnsupportedElement = "deployment.unsupported_element";
    public const string UnsupportedEvent = "deployment.unsupported_event";
    public const string UnsupportedAttribute = "deployment.unsupported_attribute";
    public const string MissingId = "deployment.missing_id";
    public const string DuplicateId = "deployment.duplicate_id";
    public const string DanglingFlow = "deployment.dangling_flow";
    public const string NoStart = "deployment.no_start";
    public const string StartHasIncoming = "deployment.start_has_incoming";
    public const string EndHasOutgoing = "deployment.end_has_outgoing";
    public const string NotConnected = "deployment.not_connected";
    public const string BoundaryNotAttached = "deployment.boundary_not_attached";
    public const string ConditionNotAllowed = "deployment.condition_not_allowed";
    public const string UnknownDefaultFlow = "deployment.unknown_default_flow";
    public const string UnknownMessage = "deployment.unknown_message";
    public const string UnknownProcess = "deployment.unknown_process";
    public const string UnknownLink = "deployment.unknown_link";
    public const string UnknownReference = "deployment.unknown_reference";
    public const string NoCompensation = "deployment.no_compensation";
    public const string BadLoop = "deployment.bad_loop";
    public const string BadScript = "deployment.bad_script";
    public const string BadTimer = "deployment.bad_timer";
    public const string BadExpression = "deployment.bad_expression";
    public const string BadExtension = "deployment.bad_extension";
    public const string ConsultationWithoutAsker = "deployment.consultation_without_asker";
    public const string ConsultationWithoutBody = "deployment.consultation_without_body";
    public const string ConsultationBadBody = "deployment.consultation_bad_body";
    public const string ConsultationBodyTwice = "deployment.consultation_body_twice";
    public const string ConsultationWithoutQuestion = "deployment.consultation_without_question";
    public const string ConsultationWithoutPaper = "deployment.consultation_without_paper";
    public const string ConsultationBadDays = "deployment.consultation_bad_days";
    public const string ConsultationBadSilence = "deployment.consultation_bad_silence";
}

internal sealed record CompiledFile(IReadOnlyList<ProcessDefinition> Processes, IReadOnlyList<DeploymentProblem> Problems)
{
    public bool IsDeployable => Problems.Count == 0;
}
