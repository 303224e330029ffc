namespace OneStop.Organisation.Resources;

public sealed class OrganisationTexts;
