namespace OneStop.TestKit;

// What stands in the database before the first test; each value includes those before it. The numbers are the orders of the demo seed.
public enum TestSeed
{
    Nothing = 0,
    Organisation = 100,
    Accounts = 200,
    Catalogue = 300,
    Processes = 400,
    Dossiers = 500,

    // And what the demonstration tells of the weeks before.
    Past = 600,
}
