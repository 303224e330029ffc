using FluentValidation;
using OneStop.Approvals.Runtime;

namespace OneStop.Approvals.Features.TakeBackTask;

internal sealed class TakeBackTaskValidator : AbstractValidator<TakeBackTaskCommand>
{
    public TakeBackTaskValidator() => this.CommandRules();
}
