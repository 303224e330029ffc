namespace OneStop.Approvals.Engine.Bpmn;

/// <summary>What a file is compiled for.</summary>
internal enum CompileMode
{
    /// <summary>Dossiers run on it: everything it calls for must be there.</summary>
    Product,

    /// <summary>The verb "bpmn run": scripts may be traces, and a service nobody has named is done at once.</summary>
    Trace,
}
