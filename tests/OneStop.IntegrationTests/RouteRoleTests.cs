using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;
using OneStop.TestKit;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Hosts;
using Xunit;

namespace OneStop.IntegrationTests;

// Walks every door with every role, anonymous included.
public sealed class RouteRoleTests(TestHost host) : IClassFixture<TestHost>
{
    private const string SignInPage = "/dang-nhap";

    public static TheoryData<string> Everyone => [.. TestCallers.OneOfEach().Keys];

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Doors_OpenOnlyToThoseWhoMayPass(string role)
    {
        var caller = TestCallers.OneOfEach()[role];
        var permissions = host.Services.GetRequiredService<PermissionCatalogue>();
        using var client = host.ClientOf(caller);
        var wrong = new List<string>();

        foreach (var door in Routes.Of(host.Services))
        {
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), Routes.Sample(door.Pattern));
            if (door.Method is "POST" or "PUT" or "PATCH")
                request.Content = JsonContent.Create(new { });
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            using var response = await client.SendAsync(request);

            var allowed = door.Guard == Routes.Open || (caller.IsSignedIn && (door.Guard == Routes.SignedIn || door.Guard.Split('+').All(p => permissions.Allows(caller, p))));
            if (!(allowed ? WasLetIn(response) : WasTurnedAway(response, caller)))
                wrong.Add($"{door.Method} {door.Pattern} ({door.Guard}): {(int)response.StatusCode} {response.Headers.Location}");
        }

        Assert.True(wrong.Count == 0, $"{role}:\n{string.Join('\n', wrong)}");
    }

    // The list is read by people: a door that opens wider, or a new one, is seen in review.
    [Fact]
    public void Doors_AreTheOnesInTheList()
    {
        var listed = File.ReadAllLines(RepositoryRoot.File("tests", "OneStop.IntegrationTests", "Routes.txt"));
        var actual = Routes.Of(host.Services).Select(d => d.ToString()).ToArray();
        string[] wrong = [.. actual.Except(listed).Select(d => $"not listed: {d}"), .. listed.Except(actual).Select(d => $"no such door: {d}")];

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    // Past the door the deed may still find nothing there, or not like what was sent; it never breaks.
    private static bool WasLetIn(HttpResponseMessage response) =>
        (int)response.StatusCode < 500
        && response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        && response.Headers.Location?.OriginalString.StartsWith(SignInPage, StringComparison.Ordinal) != true;

    private static bool WasTurnedAway(HttpResponseMessage response, Caller caller) => caller.IsSignedIn
        ? response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound
        : response.StatusCode == HttpStatusCode.Unauthorized
            || (response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther && response.Headers.Location!.OriginalString.Contains(SignInPage, StringComparison.Ordinal));
}
