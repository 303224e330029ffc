using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OneStop.Approvals.Data;
using OneStop.Approvals.Domain;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;
using OneStop.TestKit.Hosts;
using Xunit;

namespace OneStop.IntegrationTests;

// Opinions as another program asks for them, gives them and gets them wrong.
public sealed class ConsultationApiTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Certification = "2.000815";

    // Its officer's step asks for nothing but the decision.
    private const string Allowance = "1.001776";

    [Fact]
    public async Task Opinion_AskedAnsweredAndReadByPrograms_GoesTheWholeWay()
    {
        var (task, officer) = await OfficerTaskAsync(Certification, 0);
        var bodies = await BodiesAsync();
        using var asking = host.ClientOf(officer);
        var key = Guid.NewGuid();
        var question = new { bodies = new[] { BodyOf(bodies[0], "Y", "Có đang hưởng trợ cấp khác không?"), BodyOf(bodies[1], "X", "Cung cấp bản đồ") } };

        var first = await ReadAsync(await PostAsync(asking, $"tasks/{task.Id}/consultations", question, key));
        var again = await ReadAsync(await PostAsync(asking, $"tasks/{task.Id}/consultations", question, key));

        Assert.Equal(Ids(first), Ids(again));
        Assert.Equal(2, Ids(first).Length);
        var own = await BodyTaskAsync(Ids(first)[0]);
        var body = await HolderAsync(own);
        using var answering = host.ClientOf(body);
        var sheet = (await ReadAsync(await answering.GetAsync($"/api/v1/tasks/{own.Id}/consultations"))).EnumerateArray().ToArray();
        Assert.Equal("Có đang hưởng trợ cấp khác không?", Assert.Single(sheet).GetProperty("questions").GetString());

        // A question back needs words; its explanation too, and comes from the asking side only.
        await RefusedAsync(PostAsync(answering, $"tasks/{own.Id}/ask-back", new { question = " " }), HttpStatusCode.BadRequest, "Question");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(answering, $"tasks/{own.Id}/ask-back", new { question = "Từ tháng nào?" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(answering, $"consultations/{Ids(first)[0]}/explain", new { text = "Tự trả lời" })).StatusCode);
        await RefusedAsync(PostAsync(asking, $"consultations/{Ids(first)[0]}/explain", new { text = "" }), HttpStatusCode.BadRequest, "Text");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(asking, $"consultations/{Ids(first)[0]}/explain", new { text = "Từ tháng 3" })).StatusCode);

        Assert.Equal(HttpStatusCode.BadRequest, (await AttachAsync(answering, own.Id, "gia-mao.pdf", "<html>"u8.ToArray())).StatusCode);
        var attached = await ReadAsync(await AttachAsync(answering, own.Id, "ket-qua.pdf", "%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(answering, $"tasks/{own.Id}/complete", new { action = "disagree", fields = new Dictionary<string, string?> { ["answer"] = null } })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(answering, $"tasks/{own.Id}/complete", new { action = "disagree", comment = "Đang hưởng ở nơi khác" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(answering, $"tasks/{own.Id}/complete", new { action = "agree" })).StatusCode);

        var lines = (await ReadAsync(await asking.GetAsync($"/api/v1/tasks/{task.Id}/consultations"))).EnumerateArray().ToDictionary(l => l.GetProperty("part").GetString()!);
        Assert.Equal(("answered", "disagrees", true, false), (Word(lines["Y"], "state"), Word(lines["Y"], "stance"), lines["Y"].GetProperty("counted").GetBoolean(), lines["Y"].GetProperty("late").GetBoolean()));
        Assert.Contains(lines["Y"].GetProperty("files").EnumerateArray(), f => Word(f, "name") == "ket-qua.pdf");
        Assert.True(attached.ValueKind == JsonValueKind.Object);
        Assert.Equal("open", Word(lines["X"], "state"));

        // Nobody is silent yet; what is not needed any more is withdrawn with a reason.
        await RefusedAsync(PostAsync(asking, $"consultations/{Ids(first)[1]}/withdraw", new { }), HttpStatusCode.BadRequest, "Reason");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(asking, $"consultations/{Ids(first)[1]}/withdraw", new { reason = "Đã có bản đồ" })).StatusCode);
        lines = (await ReadAsync(await asking.GetAsync($"/api/v1/tasks/{task.Id}/consultations"))).EnumerateArray().ToDictionary(l => l.GetProperty("part").GetString()!);
        Assert.Equal("withdrawn", Word(lines["X"], "state"));
    }

    [Fact]
    public async Task Ask_WithMistakes_NamesEveryFieldAndAsksNobody()
    {
        var (task, officer) = await OfficerTaskAsync(Certification, 1);
        var body = (await BodiesAsync())[0];
        using var client = host.ClientOf(officer);
        var address = $"tasks/{task.Id}/consultations";

        using var without = await client.PostAsJsonAsync($"/api/v1/{address}", new { bodies = new[] { BodyOf(body, "Y", "?") } });
        Assert.Equal((HttpStatusCode.BadRequest, "common.required"), (without.StatusCode, Word(await without.Content.ReadFromJsonAsync<JsonElement>(), "code")));
        await RefusedAsync(PostAsync(client, address, new { }), HttpStatusCode.BadRequest, "Bodies");
        await RefusedAsync(PostAsync(client, address, new { bodies = new[] { BodyOf(body, "Y", "?"), BodyOf(body, "X", "?") } }), HttpStatusCode.BadRequest, "Bodies");
        await RefusedAsync(
            PostAsync(client, address, new { bodies = new[] { new { agencyId = body.AgencyId, departmentId = body.DepartmentId, part = "Z", questions = " ", workingDays = 99, silence = "maybe" } } }),
            HttpStatusCode.BadRequest, "Bodies[0].Part", "Bodies[0].Questions", "Bodies[0].WorkingDays", "Bodies[0].Silence");
        await RefusedAsync(
            PostAsync(client, address, new { bodies = new[] { new { agencyId = body.AgencyId, departmentId = body.DepartmentId, part = "Y", questions = "?", workingDays = 3, silence = "agreement" } } }),
            HttpStatusCode.BadRequest, "Bodies[0].SilenceBasis");
        foreach (var broken in new[] { "", "{", "[]", """{"bodies":"all"}""", """{"bodies":[null]}""", """{"bodies":[{"agencyId":"here"}]}""" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{address}") { Content = new StringContent(broken, Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var answer = await client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{broken}: {answer.StatusCode}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(client, $"tasks/{Guid.NewGuid()}/consultations", new { bodies = new[] { BodyOf(body, "Y", "?") } })).StatusCode);
        Assert.Empty((await ReadAsync(await client.GetAsync($"/api/v1/{address}"))).EnumerateArray());
    }

    [Theory]
    [InlineData(Roles.Citizen, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Inspector, HttpStatusCode.Forbidden)]
    [InlineData(Roles.SystemAdmin, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Officer, HttpStatusCode.NotFound)]
    public async Task Ask_ByWhoeverHasNothingToDoWithIt_IsRefused(string role, HttpStatusCode status)
    {
        var (task, _) = await OfficerTaskAsync(Allowance);
        using var client = host.ClientOf(TestCallers.OneOfEach()[role]);

        Assert.Equal(status, (await PostAsync(client, $"tasks/{task.Id}/consultations", new { bodies = new[] { BodyOf((await BodiesAsync())[0], "Y", "?") } })).StatusCode);
        Assert.Equal(status, (await client.GetAsync($"/api/v1/tasks/{task.Id}/consultations")).StatusCode);
        Assert.Equal(status, (await PostAsync(client, $"consultations/{Guid.NewGuid()}/pass-over", new { reason = "Gấp" })).StatusCode);
    }

    [Fact]
    public async Task PassOver_OfABodyWhoseDateHasNotPassed_IsRefusedToTheHeadAndHiddenFromTheOfficer()
    {
        var (task, officer) = await OfficerTaskAsync(Allowance);
        using var asking = host.ClientOf(officer);
        var asked = Ids(await ReadAsync(await PostAsync(asking, $"tasks/{task.Id}/consultations", new { bodies = new[] { BodyOf((await BodiesAsync())[0], "Y", "?") } })))[0];
        using var leading = host.ClientOf(new Caller(
            Guid.NewGuid(), "Chủ tịch", CallerKind.Staff, [new Assignment(Roles.AgencyLeader, Reach.Unit, task.AgencyId, task.AgencyPath, null, Guid.NewGuid(), "Chủ tịch")]));

        var early = await PostAsync(leading, $"consultations/{asked}/pass-over", new { reason = "Gấp" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "consultation.not_silent_yet"), (early.StatusCode, Word(await early.Content.ReadFromJsonAsync<JsonElement>(), "code")));
        Assert.True((int)(await PostAsync(asking, $"consultations/{asked}/pass-over", new { reason = "Gấp" })).StatusCode is 403 or 404);
        await RefusedAsync(PostAsync(leading, $"consultations/{asked}/pass-over", new { reason = "" }), HttpStatusCode.BadRequest, "Reason");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(asking, $"tasks/{task.Id}/complete", new { action = "approve", fields = new Dictionary<string, string>() })).StatusCode);
    }

    private static object BodyOf(UnitInfo unit, string part, string questions) => new { agencyId = unit.AgencyId, departmentId = unit.DepartmentId, part, questions, workingDays = 3 };

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, object body, Guid? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{address}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", (key ?? Guid.NewGuid()).ToString());
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> AttachAsync(HttpClient client, Guid task, string name, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/tasks/{task}/opinion-files") { Content = new ByteArrayContent(content) };
        request.Headers.Add("X-File-Name", name);
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task RefusedAsync(Task<HttpResponseMessage> sent, HttpStatusCode status, params string[] fields)
    {
        using var answer = await sent;
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(fields.Order(), problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        Assert.All(problem.GetProperty("errors").EnumerateObject(), e => Assert.DoesNotContain('_', e.Value[0].GetString()!));
    }

    private static Guid[] Ids(JsonElement asked) => [.. asked.GetProperty("consultations").EnumerateArray().Select(id => id.GetGuid())];

    private static string? Word(JsonElement of, string name) => of.GetProperty(name).GetString();

    // Tests that change something have a task of the demonstration each.
    private async Task<(WorkTask Task, Caller Officer)> OfficerTaskAsync(string procedure, int number = 0)
    {
        var task = await host.Database.AskAsync<ApprovalsDbContext, WorkTask>(c => c.Tasks.AsNoTracking()
            .Where(t => t.Role == Roles.Officer && t.State == TaskState.Open && t.ConsultationId == null && t.AssigneeId == null && t.ProcedureCode == procedure).OrderBy(t => t.Id).Skip(number).FirstAsync());
        return (task, await HolderAsync(task));
    }

    private Task<WorkTask> BodyTaskAsync(Guid consultation) =>
        host.Database.AskAsync<ApprovalsDbContext, WorkTask>(c => c.Tasks.AsNoTracking().SingleAsync(t => t.ConsultationId == consultation && t.State == TaskState.Open));

    private async Task<UnitInfo[]> BodiesAsync() =>
        [.. (await host.Database.AskAsync<IOrganisationDirectory, IReadOnlyList<UnitInfo>>(o => o.FindUnitsAsync("phòng ba đình", TimeProvider.System.GetUtcNow().VietnamDate(), 20, default))).Where(u => u.DepartmentId is not null).Take(2)];

    private async Task<Caller> HolderAsync(WorkTask task)
    {
        var posts = await host.Database.AskAsync<IOrganisationDirectory, IReadOnlyList<PostInfo>>(o =>
            o.HoldersAsync(task.AgencyId, task.DepartmentId, task.Role, TimeProvider.System.GetUtcNow().VietnamDate(), default));
        var post = posts.First(p => p.HolderId is not null);
        return new Caller(post.HolderId, post.HolderName!, CallerKind.Staff, [new Assignment(post.Role, Reach.Unit, post.AgencyId, post.AgencyPath, post.DepartmentId, post.Id, post.Title)]);
    }
}
