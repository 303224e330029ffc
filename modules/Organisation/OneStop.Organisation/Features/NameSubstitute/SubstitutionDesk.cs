using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Data;
using OneStop.Kernel.Live;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Data;
using OneStop.Organisation.Domain;
using OneStop.UI;

namespace OneStop.Organisation.Features.NameSubstitute;

// The one door to naming somebody who does the work of an absent official, whoever names: the official or the administrator of the unit.
internal sealed class SubstitutionDesk(OrganisationDbContext context, SubstitutionNotices notices, IDatabase database, ILiveFeed live, ICallerContext callers, TimeProvider time)
{
    // Who signs for a leader is a leader or heads a department (ký thay, ký thừa ủy quyền: article 13 of decree 30/2020/NĐ-CP).
    private static readonly string[] MayStandInForLeader = [Roles.AgencyLeader, Roles.DepartmentHead];

    public async Task<Result<Done>> NameAsync(Post post, Guid accountId, string accountName, string accountField, string? from, string? through, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var span = ReadSpan(from, through, now.VietnamDate());
        if (span.IsFailure)
            return span.AsFailure<Done>();
        var (first, last) = span.Value;
        if (post is not { HolderId: { } holder, HolderName: { } holderName })
            return Error.RuleBroken(OrganisationErrors.PostVacant);
        if (accountId == holder)
            return Error.Invalid(OrganisationErrors.SubstituteIsHolder, accountField);

        // Two who name at once would each not see the other's row.
        await database.LockAsync(context, "org:substitutions", cancellationToken);
        if (await CheckSubstituteAsync(post, accountId, first, cancellationToken) is { } unfit)
            return Error.Invalid(unfit, accountField);
        if (await CheckOthersAsync(post.Id, (holder, holderName), (accountId, accountName), accountField, first, last, cancellationToken) is { } clash)
            return clash;

        var substitution = new Substitution
        {
            Id = EntityId.New(now), PostId = post.Id, HolderId = holder, HolderName = holderName, SubstituteId = accountId, SubstituteName = accountName,
            From = first, Through = last, NamedById = callers.Caller.AccountId, NamedByName = callers.Caller.Name, NamedAt = now,
        };
        context.Substitutions.Add(substitution);
        notices.TellNamed(substitution, post.Title, now);
        TellSessions();
        return Done.Value;
    }

    // Nobody was chosen; what is wrong with the dates is told in the same answer.
    public Result<Done> WithoutSubstitute(string accountField, string? from, string? through)
    {
        Error[] missing = [Error.Invalid(OrganisationErrors.SubstituteRequired, accountField)];
        var span = ReadSpan(from, through, time.GetUtcNow().VietnamDate());
        return span.IsFailure ? missing.Concat(span.Errors).ToList() : missing[0];
    }

    public void End(Substitution substitution, string title)
    {
        var now = time.GetUtcNow();
        substitution.End(callers.Caller.AccountId, callers.Caller.Name, now);
        notices.TellEnded(substitution, title, now);
        TellSessions();
    }

    // Whoever is signed in has other posts from now on.
    public void TellSessions() => context.AfterCommit(() => live.Publish(OrganisationTopics.Posts));

    // Whoever had the post before named for himself, not for the next holder.
    public async Task EndAllOfAsync(Post post, CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().VietnamDate();
        foreach (var substitution in await context.Substitutions.Where(s => s.PostId == post.Id && s.EndedAt == null && s.Through >= today).ToListAsync(cancellationToken))
            End(substitution, post.Title);
    }

    private static Result<(DateOnly First, DateOnly Last)> ReadSpan(string? from, string? through, DateOnly today)
    {
        var errors = new List<Error>();
        var hasFirst = Read(from, nameof(NameSubstitute.From), errors, out var first);
        var hasLast = Read(through, nameof(NameSubstitute.Through), errors, out var last);
        if (hasFirst && first < today)
            errors.Add(Error.Invalid(OrganisationErrors.SubstitutionInThePast, nameof(NameSubstitute.From)));
        if (hasLast && last < today)
            errors.Add(Error.Invalid(OrganisationErrors.SubstitutionInThePast, nameof(NameSubstitute.Through)));
        else if (hasFirst && hasLast && last < first)
            errors.Add(Error.Invalid(OrganisationErrors.SubstitutionEndsBeforeItStarts, nameof(NameSubstitute.Through)));
        else if (hasFirst && hasLast && last.DayNumber - first.DayNumber >= Substitution.LongestDays)
            errors.Add(Error.Invalid(OrganisationErrors.SubstitutionTooLong, nameof(NameSubstitute.Through), Substitution.LongestDays));
        return errors.Count > 0 ? errors : (first, last);
    }

    private static bool Read(string? text, string field, List<Error> errors, out DateOnly day)
    {
        if (DateText.TryRead(text, out day))
            return true;
        errors.Add(Error.Invalid(string.IsNullOrWhiteSpace(text) ? OrganisationErrors.DateRequired : OrganisationErrors.DateUnreadable, field));
        return false;
    }

    private async Task<string?> CheckSubstituteAsync(Post post, Guid accountId, DateOnly on, CancellationToken cancellationToken)
    {
        var roles = await context.Posts.Where(p => p.AgencyId == post.AgencyId && p.HolderId == accountId && p.ValidFrom <= on && (p.ValidTo == null || on <= p.ValidTo))
            .Select(p => p.Role).ToListAsync(cancellationToken);
        if (roles.Count == 0)
            return OrganisationErrors.SubstituteOfOtherAgency;
        return post.Role == Roles.AgencyLeader && !roles.Exists(MayStandInForLeader.Contains) ? OrganisationErrors.SubstituteMayNotSign : null;
    }

    // One person at a post at a time, and no chain: an absent substitute would leave nobody.
    private async Task<Error?> CheckOthersAsync(
        Guid postId, (Guid Id, string Name) holder, (Guid Id, string Name) account, string accountField, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var others = await context.Substitutions.AsNoTracking().Where(s => s.EndedAt == null && s.From <= last && first <= s.Through)
            .Where(s => s.PostId == postId || s.HolderId == account.Id || s.SubstituteId == holder.Id).ToListAsync(cancellationToken);
        if (others.Find(s => s.PostId == postId) is { } same)
            return Error.Invalid(OrganisationErrors.SubstitutionOverlaps, nameof(NameSubstitute.From), same.SubstituteName, DateText.Write(same.From), DateText.Write(same.Through));
        if (others.Find(s => s.HolderId == account.Id) is { } absent)
            return Error.Invalid(OrganisationErrors.SubstituteIsAbsent, accountField, account.Name, DateText.Write(absent.From), DateText.Write(absent.Through));
        if (others.Find(s => s.SubstituteId == holder.Id) is { } stands)
            return Error.Invalid(OrganisationErrors.HolderStandsIn, nameof(NameSubstitute.From), holder.Name, stands.HolderName, DateText.Write(stands.From), DateText.Write(stands.Through));
        return null;
    }
}
