namespace OneStop.Approvals.Contracts;

/// <summary>What the completion of a step does to the dossier beside moving it on; process definitions name them in the extension attribute <c>deed</c>.</summary>
public static class StepDeeds
{
    /// <summary>Nothing but moving on.</summary>
    public const string None = "";

    /// <summary>The desk's reception, done already when the dossier was accepted.</summary>
    public const string Receive = "receive";

    /// <summary>Drafts the result; the step's form holds its text.</summary>
    public const string DraftResult = "draft_result";

    /// <summary>Signs the result; only an agency leader may.</summary>
    public const string SignResult = "sign_result";

    /// <summary>Numbers and issues the signed result; only a records clerk may. The dossier becomes 9.</summary>
    public const string IssueResult = "issue_result";

    /// <summary>Hands the result over; only a desk clerk may. The dossier becomes 10.</summary>
    public const string ReturnResult = "return_result";

    /// <summary>Confirms that the fee or tax was paid (status 6 while it waits).</summary>
    public const string ConfirmPayment = "confirm_payment";

    /// <summary>Signs the apology for a late dossier and names the new appointment; only an agency leader may.</summary>
    public const string SignApology = "sign_apology";

    /// <summary>Agrees, or not, to a further request for supplements; only a superior of the officer may.</summary>
    public const string ConsentSupplement = "consent_supplement";

    /// <summary>Gives the opinion of a consulted body.</summary>
    public const string GiveOpinion = "give_opinion";
}

/// <summary>Outcomes a button of a step may have.</summary>
public static class StepOutcomes
{
    /// <summary>Approves, or simply completes, and moves on.</summary>
    public const string Approve = "approve";

    /// <summary>Sends back to an earlier step.</summary>
    public const string Return = "return";

    /// <summary>Asks the citizen for a supplement; the step waits.</summary>
    public const string AskSupplement = "ask_supplement";

    /// <summary>Hands the step to another unit.</summary>
    public const string Forward = "forward";

    /// <summary>Refuses the request with a legal reason; the dossier is stopped (8).</summary>
    public const string Reject = "reject";

    /// <summary>A process administrator has passed over the step or taken the dossier elsewhere, because the process could not go on.</summary>
    public const string Operator = "operator";
}
