# syntax=docker/dockerfile:1
# Build:  docker build -t onestop .
# Run:    docker run --read-only --tmpfs /tmp -v onestop-data:/data -p 8080:8080 -e Security__FieldKey=... \
#           -e Public__Address=https://... -e Notifications__Smtp__Host=... -e Notifications__Smtp__From=... \
#           -e Documents__Signing__CertificatePath=/data/signing.p12 -e Documents__Signing__Password=... onestop
# Nothing but /data is written; /tmp holds uploads while they arrive.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt .editorconfig OneStop.sln package.json package-lock.json .npmrc ./
COPY src/ src/
COPY modules/ modules/
COPY wwwroot/ wwwroot/
COPY appsettings*.json ./
RUN dotnet restore src/OneStop.Web/OneStop.Web.csproj --locked-mode
RUN dotnet publish src/OneStop.Web/OneStop.Web.csproj --no-restore -c Release -o /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS run
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o app -g app -m 0750 /data
WORKDIR /app
COPY --from=build /app ./
ENV ASPNETCORE_ENVIRONMENT=Production \
    Urls=http://+:8080 \
    ASPNETCORE_HTTP_PORTS= \
    ConnectionStrings__OneStop="Data Source=/data/onestop.db" \
    Files__Root=/data/files \
    DOTNET_EnableDiagnostics=0
USER app
VOLUME ["/data"]
EXPOSE 8080
# The database may be away for a while without the process being ill: orchestrators ask /health/ready for that.
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/health/live"]
ENTRYPOINT ["dotnet", "OneStop.Web.dll"]
