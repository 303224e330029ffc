using OneStop.Kernel.Observability;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OneStop.Web.Composition;

// Logs are JSON outside Development; traces and metrics leave by OTLP when an endpoint is configured.
internal static class Observability
{
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole(o => o.UseUtcTimestamp = true);

        if (builder.Configuration["Otlp:Endpoint"] is { Length: > 0 } endpoint)
            builder.Services.AddHostedService(_ => new TelemetryExport(new Uri(endpoint)));
    }

    private sealed class TelemetryExport(Uri endpoint) : IHostedService, IDisposable
    {
        private TracerProvider? traces;
        private MeterProvider? metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService("onestop");
            void Export(OtlpExporterOptions o) => o.Endpoint = endpoint;
            traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
                .AddSource(Telemetry.Name, "Microsoft.AspNetCore", "Npgsql").AddOtlpExporter(Export).Build();
            metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
                .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime").AddOtlpExporter(Export).Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces?.ForceFlush();
            metrics?.ForceFlush();
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            traces?.Dispose();
            metrics?.Dispose();
        }
    }
}
