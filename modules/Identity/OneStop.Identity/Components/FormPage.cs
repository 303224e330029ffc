using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using OneStop.Identity.Resources;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.UI;

namespace OneStop.Identity.Components;

// What the pages with a form share: sending, and telling what is wrong at the field it belongs to.
public abstract class FormPage : ComponentBase
{
    private const string InputName = "Input.";

    protected IReadOnlyList<FieldProblem>? Problems { get; private set; }

    protected string? Message { get; private set; }

    [Inject] protected IDispatcher Dispatcher { get; set; } = default!;

    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    [Inject] protected IStringLocalizer<IdentityTexts> T { get; set; } = default!;

    [Inject] private IErrorTexts ErrorTexts { get; set; } = default!;

    protected void Show(IReadOnlyList<Error> errors)
    {
        Problems = [.. errors.Where(e => e.Field is not null).Select(e => new FieldProblem(InputName + e.Field, ErrorTexts.Describe(e)))];
        Message = errors.FirstOrDefault(e => e.Field is null) is { } error ? ErrorTexts.Describe(error) : null;
    }

    protected void Say(string message) => Message = message;
}
