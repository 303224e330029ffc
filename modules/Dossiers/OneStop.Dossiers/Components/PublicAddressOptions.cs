namespace OneStop.Dossiers.Components;

// Settings under "Public": where people reach this installation; printed in QR codes.
internal sealed class PublicAddressOptions
{
    public const string Section = "Public";

    public Uri Address { get; set; } = new("http://localhost:5080");

    public string Of(string local) => new Uri(Address, local).ToString();
}
