using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace OneStop.Kernel.Paging;

/// <summary>The rows behind a position in a list that is ordered by a moment and, within it, by id.</summary>
public static class Keyset
{
    /// <summary>Rows after the position, in a list that begins with the earliest.</summary>
    /// <param name="rows">The whole list.</param>
    /// <param name="moment">What orders it.</param>
    /// <param name="id">What orders rows of one moment.</param>
    /// <param name="lastMoment">The moment of the last row shown.</param>
    /// <param name="lastId">Its id.</param>
    public static IQueryable<T> After<T, TMoment>(
        this IQueryable<T> rows, Expression<Func<T, TMoment>> moment, Expression<Func<T, Guid>> id, TMoment lastMoment, Guid lastId) =>
        rows.Where(Beyond(moment, id, lastMoment, lastId, Expression.GreaterThanOrEqual, Expression.GreaterThan));

    /// <summary>Rows after the position, in a list that begins with the latest.</summary>
    /// <inheritdoc cref="After{T, TMoment}"/>
    public static IQueryable<T> Before<T, TMoment>(
        this IQueryable<T> rows, Expression<Func<T, TMoment>> moment, Expression<Func<T, Guid>> id, TMoment lastMoment, Guid lastId) =>
        rows.Where(Beyond(moment, id, lastMoment, lastId, Expression.LessThanOrEqual, Expression.LessThan));

    // moment >= last && (moment > last || id > lastId): the first half looks needless, but by it a server finds its place in the index instead of
    // walking there row by row.
    private static Expression<Func<T, bool>> Beyond<T, TMoment>(
        Expression<Func<T, TMoment>> moment, Expression<Func<T, Guid>> id, TMoment lastMoment, Guid lastId,
        Func<Expression, Expression, Expression> from, Func<Expression, Expression, Expression> beyond)
    {
        // As captured variables, so that they become parameters and every page is one query.
        Expression<Func<TMoment>> at = () => lastMoment;
        Expression<Func<Guid>> last = () => lastId;
        var row = moment.Parameters[0];
        var idOfRow = ReplacingExpressionVisitor.Replace(id.Parameters[0], row, id.Body);
        var later = beyond(Expression.Call(idOfRow, nameof(Guid.CompareTo), null, last.Body), Expression.Constant(0));
        return Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(from(moment.Body, at.Body), Expression.OrElse(beyond(moment.Body, at.Body), later)), row);
    }
}
