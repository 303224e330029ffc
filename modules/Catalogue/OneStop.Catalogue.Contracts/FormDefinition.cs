using OneStop.Kernel.Texts;

namespace OneStop.Catalogue.Contracts;

/// <summary>An electronic form (biểu mẫu điện tử tương tác): what is asked beside the applicant's own facts.</summary>
/// <param name="Key">Key of the form.</param>
/// <param name="Sections">One page each, in order.</param>
public sealed record FormDefinition(string Key, IReadOnlyList<FormSection> Sections);

/// <summary>One page of a form.</summary>
/// <param name="Key">Unique within the form; part of the page's address.</param>
/// <param name="Title">Heading.</param>
/// <param name="Fields">Fields in order.</param>
public sealed record FormSection(string Key, LocalizedText Title, IReadOnlyList<FormField> Fields);

/// <summary>Kinds of field.</summary>
public enum FormFieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>An amount in đồng.</summary>
    Money,

    /// <summary>A date, dd/MM/yyyy.</summary>
    Date,

    /// <summary>One of the options, all shown.</summary>
    Radio,

    /// <summary>One of the options, in a list.</summary>
    Select,

    /// <summary>Yes or nothing.</summary>
    Checkbox,

    /// <summary>Số định danh cá nhân.</summary>
    CitizenNumber,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A commune of the province, by statistics code.</summary>
    Place,
}

/// <summary>One field of a form.</summary>
/// <param name="Key">Unique within the form; the variable's name in process conditions.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Label">The question.</param>
/// <param name="Hint">What helps to answer it, or null.</param>
/// <param name="Required">Whether it must be answered.</param>
/// <param name="MaxLength">Most characters, for texts; 0 means 500.</param>
/// <param name="Pattern">Regular expression the whole answer must match, or null.</param>
/// <param name="Options">Options of a radio or select; empty otherwise.</param>
/// <param name="NotInFuture">For dates: today is the latest answer.</param>
/// <param name="Prefill">Fact of the applicant's profile that answers it beforehand: name, citizenNumber, birthDate, phone, email, address; or null.</param>
public sealed record FormField(
    string Key, FormFieldKind Kind, LocalizedText Label, LocalizedText? Hint = null, bool Required = false, int MaxLength = 0, string? Pattern = null,
    IReadOnlyList<FormOption>? Options = null, bool NotInFuture = false, string? Prefill = null);

/// <summary>An option.</summary>
/// <param name="Value">Stored value.</param>
/// <param name="Label">What is read.</param>
public sealed record FormOption(string Value, LocalizedText Label);
