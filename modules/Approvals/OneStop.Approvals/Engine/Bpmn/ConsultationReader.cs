using System.Globalization;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>Reads <c>os:consultation</c>, whom a service task asks for an opinion.</summary>
internal static class ConsultationReader
{
    public const int MostBodies = 20;
    public const int MostDays = 60;
    public const int LongestQuestions = 4_000;
    private const int LongestBasis = 1_000;

    private static readonly string[] Attributes = ["level", "field", "days", "silence", "silenceBasis", "applicant", "papers"];
    private static readonly string[] BodyAttributes = ["part", "level", "field", "role", "days"];
    private static readonly string[] Parts = ["question", "body", "paper"];

    public static ConsultationSettings? Read(XElement element, List<DeploymentProblem> problems)
    {
        if (element.OwnExtensions().FirstOrDefault(e => e.Name.LocalName == "consultation") is not { } asked)
            return null;
        var before = problems.Count;
        CheckNames(asked, Attributes, Parts, problems);
        if (!IsLevel(asked))
            Report(DeploymentProblem.ConsultationWithoutAsker, asked, asked.Text("level") ?? "");
        var common = Questions(asked);
        var bodies = Own(asked, "body").Select(body => ReadBody(body, common, problems)).ToList();
        if (bodies.Count is 0 or > MostBodies)
            Report(DeploymentProblem.ConsultationWithoutBody, asked, $"{bodies.Count}");
        if (bodies.GroupBy(b => (b.Level, b.Field, b.WholeAgency)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            Report(DeploymentProblem.ConsultationBodyTwice, asked, $"{twice.Key.Level} {twice.Key.Field}".TrimEnd());
        var basis = asked.Text("silenceBasis");
        if (asked.Text("silence") is var silence && (silence is not (null or "escalates" or "agreement") || (silence == "agreement") != (basis is not null) || basis?.Length > LongestBasis))
            Report(DeploymentProblem.ConsultationBadSilence, asked, silence ?? basis ?? "");
        if (asked.Text("applicant") is not (null or "named" or "hidden"))
            Report(DeploymentProblem.BadExtension, asked, "consultation: applicant");
        var papers = Own(asked, "paper").Select(paper => paper.Value.Trim()).ToList();
        if (papers.Exists(name => name.Length == 0))
            Report(DeploymentProblem.ConsultationWithoutPaper, asked, "");
        // Naming some and sending all or none at once says two things.
        if (asked.Text("papers") is var all && (all is not (null or "all" or "none") || (all is not null && papers.Count > 0)))
            Report(DeploymentProblem.BadExtension, asked, "consultation: papers");
        var settings = new ConsultationSettings
        {
            Level = asked.Text("level") ?? "",
            Field = asked.Text("field"),
            Bodies = bodies,
            Days = Days(asked, problems) ?? ReportDays(asked, bodies, problems),
            SilenceBasis = basis,
            NamesApplicant = asked.Text("applicant") == "named",
            Papers = all == "all" ? null : papers,
        };
        return problems.Count == before ? settings : null;

        void Report(string code, XElement at, string detail) => problems.Add(BpmnXml.Problem(code, at, detail));
    }

    private static BodySettings ReadBody(XElement body, string common, List<DeploymentProblem> problems)
    {
        CheckNames(body, BodyAttributes, ["question"], problems);
        var (part, role) = (body.Text("part"), body.Text("role"));
        if (part is not ("Y" or "X") || !IsLevel(body) || role is not (null or "department_head" or "agency_leader"))
            problems.Add(BpmnXml.Problem(DeploymentProblem.ConsultationBadBody, body, $"{part} {body.Text("level")} {role}".Trim()));
        var questions = string.Join('\n', new[] { common, Questions(body) }.Where(text => text.Length > 0));
        if (questions.Length is 0 or > LongestQuestions)
            problems.Add(BpmnXml.Problem(DeploymentProblem.ConsultationWithoutQuestion, body, $"{body.Text("level")} {body.Text("field")}".TrimEnd()));
        return new BodySettings(part == "Y", body.Text("level") ?? "", body.Text("field"), role == "agency_leader", Days(body, problems), questions);
    }

    private static int? Days(XElement element, List<DeploymentProblem> problems)
    {
        if (element.Text("days") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays)
            return days;
        problems.Add(BpmnXml.Problem(DeploymentProblem.ConsultationBadDays, element, text));
        return MostDays;
    }

    // Whoever names no days has those of all; somebody must name them.
    private static int ReportDays(XElement asked, List<BodySettings> bodies, List<DeploymentProblem> problems)
    {
        if (bodies.Exists(body => body.Days is null))
            problems.Add(BpmnXml.Problem(DeploymentProblem.ConsultationBadDays, asked, ""));
        return MostDays;
    }

    // A misspelt name would be lost in silence.
    private static void CheckNames(XElement element, string[] attributes, string[] parts, List<DeploymentProblem> problems)
    {
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace == XNamespace.None && !attributes.Contains(a.Name.LocalName)))
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, element, $"{element.Name.LocalName}: {attribute.Name.LocalName}"));
        foreach (var child in element.Elements().Where(e => e.Name.Namespace != BpmnNames.OneStop || !parts.Contains(e.Name.LocalName)))
            problems.Add(BpmnXml.Problem(DeploymentProblem.BadExtension, child, $"{element.Name.LocalName}: {child.Name.LocalName}"));
    }

    private static bool IsLevel(XElement element) => element.Text("level") is { } level && ExtensionReader.Levels.Contains(level);

    private static string Questions(XElement element) => string.Join('\n', Own(element, "question").Select(question => question.Value.Trim()).Where(text => text.Length > 0));

    private static IEnumerable<XElement> Own(XElement element, string name) => element.Elements(BpmnNames.OneStop + name);
}
