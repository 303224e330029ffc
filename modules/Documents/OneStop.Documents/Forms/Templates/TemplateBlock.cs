using System.Text.Json.Serialization;
using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms.Templates;

/// <summary>A part of a form. Texts may name fields in braces; *bold* and _italic_ mark letters.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HeadBlock), "head")]
[JsonDerivedType(typeof(TitleBlock), "title")]
[JsonDerivedType(typeof(LineBlock), "line")]
[JsonDerivedType(typeof(PairBlock), "pair")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(TogetherBlock), "together")]
[JsonDerivedType(typeof(SignaturesBlock), "signatures")]
[JsonDerivedType(typeof(OfficialBlock), "official")]
[JsonDerivedType(typeof(GapBlock), "gap")]
internal abstract record TemplateBlock
{
    /// <summary>Texts outside lists, for the check of names.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string?> Texts => [];

    /// <summary>Lists it prints, with the texts of one entry.</summary>
    [JsonIgnore]
    public virtual IEnumerable<(string Rows, IEnumerable<string> Texts)> Lists => [];
}

/// <summary>The national head with the issuer on the left, the number and the place below.</summary>
internal sealed record HeadBlock(string? Superior, string Issuer, string Number, string PlaceAndDate) : TemplateBlock
{
    public override IEnumerable<string?> Texts => [Superior, Issuer, Number, PlaceAndDate];
}

/// <summary>The form's title with lines below, the QR of the paper at its right. A line whose fields are all empty is left out.</summary>
internal sealed record TitleBlock(IReadOnlyList<string> Under, bool Qr) : TemplateBlock
{
    public override IEnumerable<string?> Texts => Under;
}

/// <summary>A paragraph; an optional one is left out when its fields are all empty, else an empty field prints dots to be filled in by hand.</summary>
internal sealed record LineBlock(string Text) : TemplateBlock
{
    public bool Optional { get; init; }

    public bool Indent { get; init; }

    public bool KeepWithNext { get; init; }

    public Align Align { get; init; } = Align.Left;

    public double? Size { get; init; }

    public override IEnumerable<string?> Texts => [Text];
}

internal sealed record PairBlock(string Left, string Right) : TemplateBlock
{
    public double LeftShare { get; init; } = 1;

    public double RightShare { get; init; } = 1;

    public override IEnumerable<string?> Texts => [Left, Right];
}

internal sealed record ListBlock(string Rows, string Text) : TemplateBlock
{
    public bool Indent { get; init; }

    public override IEnumerable<(string Rows, IEnumerable<string> Texts)> Lists => [(Rows, [Text])];
}

internal sealed record TableBlock(string Rows, double Size, IReadOnlyList<TemplateColumn> Columns) : TemplateBlock
{
    /// <summary>Empty lines to print when there is no entry, so that the table can be filled in by hand.</summary>
    public int EmptyRows { get; init; }

    public override IEnumerable<(string Rows, IEnumerable<string> Texts)> Lists => [(Rows, Columns.Select(column => column.Text))];
}

internal sealed record TemplateColumn(string Head, string Text, double Share)
{
    public Align Align { get; init; } = Align.Left;

    /// <summary>Head above this and the neighbouring columns of the same group.</summary>
    public string? Group { get; init; }
}

internal sealed record TogetherBlock(IReadOnlyList<TemplateBlock> Blocks) : TemplateBlock
{
    public override IEnumerable<string?> Texts => Blocks.SelectMany(block => block.Texts);

    public override IEnumerable<(string Rows, IEnumerable<string> Texts)> Lists => Blocks.SelectMany(block => block.Lists);
}

internal sealed record SignaturesBlock(IReadOnlyList<TemplateSigner> Signers) : TemplateBlock
{
    public override IEnumerable<string?> Texts => Signers.SelectMany(signer => new[] { signer.Title, signer.Hint, signer.Name });
}

internal sealed record TemplateSigner(string Title, string Hint, string Name);

/// <summary>Where an office's letter ends (NĐ 30/2020, Annex I): Nơi nhận on the left, authority, title and name of the signer on the right, with room for the marks of signatures.</summary>
internal sealed record OfficialBlock(string RecipientsHead, string Recipients, string Recipient, string Authority, string Title, string Name) : TemplateBlock
{
    public bool Qr { get; init; }

    public override IEnumerable<string?> Texts => [RecipientsHead, Authority, Title, Name];

    public override IEnumerable<(string Rows, IEnumerable<string> Texts)> Lists => [(Recipients, [Recipient])];
}

internal sealed record GapBlock(double Height) : TemplateBlock;
