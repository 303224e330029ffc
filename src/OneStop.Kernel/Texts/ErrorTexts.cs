using System.Globalization;
using Microsoft.Extensions.Localization;
using OneStop.Kernel.Resources;
using OneStop.Kernel.Results;

namespace OneStop.Kernel.Texts;

/// <summary>Says an error in the reader's language.</summary>
public interface IErrorTexts
{
    /// <summary>The sentence for the error in the current UI culture: what is wrong and how to mend it.</summary>
    string Describe(Error error);
}

/// <summary>A resource that holds sentences for error codes; each module registers its own.</summary>
/// <param name="TextsType">Marker class of the resource.</param>
public sealed record ErrorTextSource(Type TextsType);

internal sealed class ErrorTexts(IStringLocalizerFactory localizers, IEnumerable<ErrorTextSource> sources) : IErrorTexts
{
    private readonly IStringLocalizer[] all = [.. sources.Select(s => localizers.Create(s.TextsType)), localizers.Create(typeof(KernelTexts))];

    public string Describe(Error error)
    {
        foreach (var localizer in all)
        {
            var found = localizer[error.Code];
            if (!found.ResourceNotFound)
                return error.Args is { Count: > 0 } args ? string.Format(CultureInfo.CurrentCulture, found.Value, [.. args]) : found.Value;
        }

        return error.Code;
    }
}
