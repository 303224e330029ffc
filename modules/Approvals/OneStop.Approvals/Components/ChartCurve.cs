namespace OneStop.Approvals.Components;

/// <summary>A curve; the tone names its colour and its dashes, so that it is told apart without colour too.</summary>
internal sealed record ChartCurve(string Name, string Tone, IReadOnlyList<double> Values);

/// <summary>Two bars under one name; the second is null where there is nothing to compare with.</summary>
internal sealed record ChartBar(string Name, double Value, string Text, double? Beside, string? BesideText, bool IsHigh = false);
