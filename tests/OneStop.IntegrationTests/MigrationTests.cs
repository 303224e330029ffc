using Microsoft.EntityFrameworkCore;
using OneStop.Kernel.Data;
using OneStop.Web;
using Xunit;

namespace OneStop.IntegrationTests;

public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseOptions.Sqlite, "Data Source=:memory:")]
    [InlineData(DatabaseOptions.PostgreSql, "Host=localhost;Database=onestop")]
    [InlineData(DatabaseOptions.SqlServer, "Server=localhost;Database=onestop")]
    public void Model_IsWhatTheMigrationsMake(string provider, string connectionString)
    {
        var options = new DbContextOptionsBuilder<OneStopDbContext>();
        options.UseOneStopDatabase(new DatabaseOptions { Provider = provider }, connectionString);
        using var context = new OneStopDbContext(options.Options, ModuleList.All);

        Assert.False(context.Database.HasPendingModelChanges(), "Run tools/add-migration.sh");
    }
}
