using System.Xml.Linq;

namespace OneStop.Approvals.Engine.Bpmn;

internal static class BpmnNames
{
    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>Our one extension namespace, described in docs/bpmn-extensions.md.</summary>
    public static readonly XNamespace OneStop = "https://onestop.gov.vn/bpmn/1.0";

    /// <summary>Elements of a process or sub-process that are no flow nodes: for readers only, or read by <see cref="DataReader"/>.</summary>
    public static readonly IReadOnlySet<string> Beside = new HashSet<string>(StringComparer.Ordinal)
    {
        "documentation", "extensionElements", "auditing", "monitoring", "laneSet", "association", "textAnnotation", "group", "category", "incoming", "outgoing",
        "dataObject", "dataObjectReference", "dataStoreReference", "property", "ioSpecification", "ioBinding", "dataInputAssociation", "dataOutputAssociation",
        "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "completionCondition", "correlationSubscription", "supports", "supportedInterfaceRef",
    };

    /// <summary>Who may do it: ours to say (os:step); a trace has no people.</summary>
    public static readonly IReadOnlySet<string> People = new HashSet<string>(StringComparer.Ordinal) { "potentialOwner", "humanPerformer", "performer", "resourceRole" };

    /// <summary>Elements of a flow node that are understood.</summary>
    public static readonly IReadOnlySet<string> InNode = new HashSet<string>(StringComparer.Ordinal)
    {
        "documentation", "extensionElements", "auditing", "monitoring", "incoming", "outgoing", "property", "ioSpecification", "dataInputAssociation", "dataOutputAssociation",
        "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "dataInput", "dataOutput", "inputSet", "outputSet", "eventDefinitionRef", "script", "rendering",
        "activationCondition", "completionCondition", "categoryValueRef",
    };

    /// <summary>Elements of a file that define or describe things outside any process.</summary>
    public static readonly IReadOnlySet<string> FileLevel = new HashSet<string>(StringComparer.Ordinal)
    {
        "documentation", "extensionElements", "extension", "import", "itemDefinition", "message", "signal", "error", "escalation", "interface",
        "resource", "category", "dataStore", "collaboration", "relationship", "process", "partnerEntity", "partnerRole", "endPoint", "correlationProperty",
        "cancelEventDefinition", "compensateEventDefinition", "conditionalEventDefinition", "errorEventDefinition", "escalationEventDefinition", "linkEventDefinition",
        "messageEventDefinition", "signalEventDefinition", "terminateEventDefinition", "timerEventDefinition",
        "globalTask", "globalManualTask", "globalUserTask", "globalScriptTask", "globalBusinessRuleTask",
    };
}
