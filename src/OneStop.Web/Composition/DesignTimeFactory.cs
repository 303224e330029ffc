using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using OneStop.Kernel.Data;

namespace OneStop.Web.Composition;

// Used by dotnet-ef alone, through tools/add-migration.sh: no server is asked.
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<OneStopDbContext>
{
    public OneStopDbContext CreateDbContext(string[] args)
    {
        var provider = Environment.GetEnvironmentVariable("Database__Provider") ?? DatabaseOptions.Sqlite;
        var connectionString = provider switch
        {
            DatabaseOptions.SqlServer => "Server=localhost;Database=onestop",
            DatabaseOptions.PostgreSql => "Host=localhost;Database=onestop",
            _ => "Data Source=:memory:",
        };
        var options = new DbContextOptionsBuilder<OneStopDbContext>();
        options.UseOneStopDatabase(new DatabaseOptions { Provider = provider }, connectionString);
        return new OneStopDbContext(options.Options, ModuleList.All);
    }
}
