namespace OneStop.Approvals.Resources;

public sealed class ConsultationTexts;
