using OneStop.Kernel.Data;
using OneStop.Kernel.Modules;
using OneStop.TestKit;

namespace OneStop.Kernel.Tests.Ledger;

// The kernel with nothing but the ledger. Tests of what differs between servers derive one class for each.
public class LedgerSystem : TestSystem
{
    protected override IReadOnlyList<IModule> Modules { get; } = [new LedgerModule()];
}

public sealed class SqliteLedger : LedgerSystem
{
    public override string Provider => DatabaseOptions.Sqlite;
}

public sealed class PostgreSqlLedger : LedgerSystem
{
    public override string Provider => DatabaseOptions.PostgreSql;
}
