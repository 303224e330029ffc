using FluentValidation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Approvals.Runtime;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Features.SaveFilter;

/// <summary>Names the inbox as it is filtered now; a name that is known gets the new filter. At most one is shown first.</summary>
[Requires(Permissions.Work)]
internal sealed record SaveFilterCommand(string Name, string Query, bool IsDefault) : ICommand;

internal sealed class SaveFilterValidator : AbstractValidator<SaveFilterCommand>
{
    private const int LongestName = 100;

    public SaveFilterValidator()
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop)
            .Must(name => !string.IsNullOrWhiteSpace(name)).WithErrorCode(ApprovalErrors.FilterName)
            .MaximumLength(LongestName).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { LongestName })
            .Must(name => !name.Contains('\0', StringComparison.Ordinal)).WithErrorCode(CommonErrors.BadCharacters);
        RuleFor(c => c.Query).NotNull().WithErrorCode(CommonErrors.Required).MaximumLength(1000).WithErrorCode(CommonErrors.TooLong).WithState(_ => new object?[] { 1000 });
    }
}

internal sealed class SaveFilterHandler(ApprovalsDbContext context, ICallerContext callers, TimeProvider time) : IHandler<SaveFilterCommand, Done>
{
    /// <summary>More than a person can tell apart.</summary>
    private const int Most = 30;

    /// <summary>What the address of the inbox may say; nothing else is kept.</summary>
    private static readonly string[] Known = ["q", "xem", "tre", "cho", "tt"];

    public async Task<Result<Done>> Handle(SaveFilterCommand request, CancellationToken cancellationToken)
    {
        var me = callers.Caller.Id;
        var mine = await context.SavedFilters.Where(f => f.AccountId == me).ToListAsync(cancellationToken);
        var name = TaskCommandRules.Tidy(request.Name);
        var filter = mine.Find(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        if (filter is null)
        {
            if (mine.Count >= Most)
                return Error.RuleBroken(ApprovalErrors.TooManyFilters, Most);
            context.SavedFilters.Add(filter = new SavedFilter { Id = EntityId.New(time.GetUtcNow()), AccountId = me, Name = name, Query = "" });
        }

        filter.Query = Clean(request.Query);
        filter.IsDefault = request.IsDefault;
        foreach (var other in mine.Where(f => request.IsDefault && f != filter))
            other.IsDefault = false;
        return Done.Value;
    }

    private static string Clean(string query)
    {
        var asked = QueryHelpers.ParseQuery(query);
        return string.Join('&', Known.Where(key => asked.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value)).Select(key => $"{key}={Uri.EscapeDataString(asked[key].ToString())}"));
    }
}
