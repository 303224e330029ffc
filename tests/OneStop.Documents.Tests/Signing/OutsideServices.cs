using System.Net;

namespace OneStop.Documents.Tests.Signing;

/// <summary>The network beyond the product: addresses that answer with bytes. An address nobody serves is a line that is down.</summary>
internal sealed class OutsideServices : HttpMessageHandler, IHttpClientFactory
{
    private readonly Dictionary<string, Func<byte[], byte[]?>> services = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    /// <summary>Serves an address; an answer that is null is an error of the service.</summary>
    public OutsideServices Serve(string address, Func<byte[], byte[]?> answer)
    {
        services[address] = answer;
        return this;
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!.ToString();
        Asked.Add(address);
        if (!services.TryGetValue(address, out var service))
        {
            throw new HttpRequestException($"{address} is not reached.");
        }

        var answer = service(request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));
        return answer is null ? new HttpResponseMessage(HttpStatusCode.InternalServerError) : new HttpResponseMessage { Content = new ByteArrayContent(answer) };
    }
}
