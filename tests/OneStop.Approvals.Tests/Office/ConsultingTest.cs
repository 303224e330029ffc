using OneStop.Approvals.Domain;
using OneStop.Approvals.Features.CompleteTask;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Organisation.Contracts;

namespace OneStop.Approvals.Tests.Office;

/// <summary>A ward that asks and two bodies that answer: a department of the district, and the city's leader.</summary>
public abstract class ConsultingTest : OfficeTest
{
    private protected Caller Head { get; private set; } = null!;

    private protected Caller District { get; private set; } = null!;

    private protected Caller City { get; set; } = null!;

    protected override Task OpenedAsync()
    {
        Head = office.Organisation.Hire(Levels.Commune, Roles.DepartmentHead, "Trưởng phòng hỏi");
        District = office.Organisation.Hire(Levels.District, Roles.DepartmentHead, "Trưởng phòng quận");
        City = office.Organisation.Hire(Levels.Province, Roles.AgencyLeader, "Giám đốc sở");
        return Task.CompletedTask;
    }

    /// <summary>What is due, and what follows from it.</summary>
    private protected async Task RunAsync()
    {
        for (var i = 0; i < 4; i++)
        {
            await office.RunDueJobsAsync();
            await office.DeliverEventsAsync();
        }
    }

    private protected async Task<WorkTask> BodyTaskAsync(Guid dossier, Guid agency) =>
        (await office.TasksAsync(dossier)).Last(t => t.ConsultationId is not null && t.IsOpen && t.AgencyId == agency);

    private protected async Task AnswerAsync(WorkTask task, Caller by, string action, string? text) =>
        await office.DoAs(by, new CompleteTaskCommand(task.Id, Guid.NewGuid(), action, text, new Dictionary<string, string>()));
}
