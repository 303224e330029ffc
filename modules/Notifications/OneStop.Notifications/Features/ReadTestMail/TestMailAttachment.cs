using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneStop.Kernel.Requests;

namespace OneStop.Notifications.Features.ReadTestMail;

internal static class TestMailAttachment
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            endpoints.MapGet($"{NotificationsUrls.TestMailbox}/{{id:int}}/tep/{{number:int}}", DownloadAsync).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static async Task<IResult> DownloadAsync(int id, int number, IDispatcher dispatcher, CancellationToken cancellationToken)
    {
        var mail = await dispatcher.Send(new ReadTestMail(id), cancellationToken);
        if (!mail.TryGet(out var found) || number < 0 || number >= found.Content.Attachments.Count)
        {
            return Results.NotFound();
        }

        var attachment = found.Content.Attachments[number];
        return Results.File(attachment.Bytes, attachment.ContentType, attachment.FileName);
    }
}
