using OneStop.Kernel.Data.Providers;
using Xunit;

namespace OneStop.Kernel.Tests;

// No SQL Server runs where the tests run; what would be sent to one is held by its text (docs/adr/0002).
public sealed class SqlServerTextTests
{
    private static readonly Dialect SqlServer = Dialect.For("SqlServer");

    [Fact]
    public void NextNumber_HoldsTheRangeSoThatTwoFirstNumbersCannotMeet()
    {
        var sql = SqlServer.NextNumberSql("kernel.number_series");

        Assert.StartsWith("MERGE kernel.number_series WITH (HOLDLOCK) AS t", sql, StringComparison.Ordinal);
        Assert.Contains("WHEN MATCHED THEN UPDATE SET last_value = t.last_value + 1", sql, StringComparison.Ordinal);
        Assert.Contains("WHEN NOT MATCHED THEN INSERT (series, last_value) VALUES (s.series, 1)", sql, StringComparison.Ordinal);
        Assert.EndsWith("OUTPUT inserted.last_value AS [Value];", sql.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void ClaimDue_SkipsRowsThatOthersHoldAndTakesTheOldest()
    {
        var sql = SqlServer.ClaimSql("kernel.outbox_message");

        Assert.Contains("FROM kernel.outbox_message WITH (UPDLOCK, READPAST, ROWLOCK)", sql, StringComparison.Ordinal);
        Assert.Contains("SELECT TOP ({2})", sql, StringComparison.Ordinal);
        Assert.Contains("due_at <= {0} AND (leased_until IS NULL OR leased_until < {0})", sql, StringComparison.Ordinal);
        Assert.Contains("ORDER BY due_at, id", sql, StringComparison.Ordinal);
        Assert.EndsWith("OUTPUT inserted.id AS [Value];", sql.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_IsHeldUntilTheTransactionEndsAndARefusalIsAnError()
    {
        Assert.Contains("EXEC @answer = sp_getapplock @Resource = {0}, @LockMode = 'Exclusive', @LockOwner = 'Transaction';", SqlServerDialect.LockSql, StringComparison.Ordinal);
        Assert.Contains("IF @answer < 0 THROW 51001,", SqlServerDialect.LockSql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LIMIT")]
    [InlineData("ON CONFLICT")]
    [InlineData("RETURNING")]
    [InlineData("SKIP LOCKED")]
    [InlineData("\"")]
    public void Functions_SpeakNoOtherServersDialect(string word)
    {
        Assert.DoesNotContain(word, SqlServer.NextNumberSql("kernel.number_series"), StringComparison.Ordinal);
        Assert.DoesNotContain(word, SqlServer.ClaimSql("kernel.outbox_message"), StringComparison.Ordinal);
    }

    [Fact]
    public void For_AnUnknownProvider_NamesTheKnownOnes() =>
        Assert.Contains("Sqlite, PostgreSql, SqlServer", Assert.Throws<InvalidOperationException>(() => Dialect.For("Oracle")).Message, StringComparison.Ordinal);
}
